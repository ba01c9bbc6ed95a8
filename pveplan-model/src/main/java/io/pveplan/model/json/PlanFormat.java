package io.pveplan.model.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.PlanDefinitionException;
import java.time.Duration;
import java.time.LocalDate;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * Writes plans as JSON or YAML and reads them back.
 *
 * <p>What is read back is equal to what was written. The lines that declared a plan are not
 * written.
 *
 * <p>Every value has one notation: numbers are not put in quotes, {@code null} stands nowhere, an
 * unknown field or one that is written twice is a mistake, and so are aliases and tags in YAML. All
 * mistakes are told at once, each with its place in the text: {@code
 * plan.nodes[1].interfaces[0].mtu}. Of a text with more than 1,000 mistakes the first 1,000 are
 * told, and a last problem says that there are more.
 *
 * <pre>{@code
 * String text = PlanFormat.JSON.write(plan);
 * PlanFormat.JSON.read(text).equals(plan);   // true
 * PlanFormat.JSON.read("{\"nme\": \"prod\"}"); // refused: no field "nme", and no name
 * }</pre>
 *
 * @since 0.1
 */
public enum PlanFormat {
  /** JSON (RFC 8259), two blanks per level, one line feed at the end. */
  JSON(strict(JsonMapper.builder())
      .defaultPrettyPrinter(new DefaultPrettyPrinter()
          .withObjectIndenter(new DefaultIndenter("  ", "\n"))
          .withArrayIndenter(new DefaultIndenter("  ", "\n")))
      .build()),

  /** YAML 1.1 as far as JSON goes, without a document marker. */
  YAML(strict(YAMLMapper.builder(yaml()))
      .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
      .disable(YAMLWriteFeature.SPLIT_LINES)
      // A tag in place of the field "kind" would make YAML another language than JSON.
      .disable(YAMLWriteFeature.USE_NATIVE_TYPE_ID)
      .build());

  private final ObjectMapper mapper;

  PlanFormat(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  // The usual limit of 3 Mi characters is less than a plan of 10,000 guests takes.
  private static YAMLFactory yaml() {
    LoadSettings settings =
        LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    return YAMLFactory.builder().loadSettings(settings).build();
  }

  private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> B strict(B builder) {
    return builder
        .addModule(new SimpleModule("pveplan")
            .addDeserializer(Duration.class, new DurationText())
            .addDeserializer(LocalDate.class, new DayText()))
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_IGNORED_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .withCoercionConfig(
            LogicalType.Textual,
            text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .changeDefaultPropertyInclusion(
            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY));
  }

  /** The text of a plan: the same bytes for equal plans. */
  public String write(ClusterPlan plan) {
    String text = this == JSON
        ? mapper.writerWithDefaultPrettyPrinter().writeValueAsString(plan)
        : mapper.writeValueAsString(plan);
    return text.endsWith("\n") ? text : text + "\n";
  }

  /**
   * The plan of a text.
   *
   * @throws PlanDefinitionException if the text is not of this form, has unknown fields, values
   *     that can not exist, duplicates or references to nothing; all of them at once, up to 1,000
   */
  public ClusterPlan read(String text) {
    return new PlanReader(mapper).read(text);
  }
}
