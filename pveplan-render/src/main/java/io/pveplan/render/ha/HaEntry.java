package io.pveplan.render.ha;

import io.pveplan.model.PlanPath;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.Section;
import java.util.List;

/**
 * A section of a file of the HA manager, and the commands that make it so.
 *
 * @param file the file
 * @param at the part of the plan that it is for
 * @param title what the script prints when it gets there
 * @param heading first line of the section
 * @param lines its other lines
 * @param section the section
 * @param add adds it where it is not there
 * @param set makes it as planned where it is there
 */
record HaEntry(
    HaFile file,
    PlanPath at,
    String title,
    String heading,
    List<String> lines,
    Section section,
    Command add,
    Command set) {

  HaEntry {
    lines = List.copyOf(lines);
  }
}
