import java.io.File;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.io.PrintStream;
import java.util.Locale;
import org.gephi.graph.api.*;
import org.gephi.io.importer.api.*;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/** Opens graph files in Gephi's toolkit and prints what it sees: a line for each file, node and edge, fields apart by tabs. */
public class OpenInGephi {
  public static void main(String[] paths) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    for (String path : paths) {
      projects.newProject();
      Container container = Lookup.getDefault().lookup(ImportController.class).importFile(new File(path));
      Report report = container.getReport();
      container.getLoader().setAutoScale(false);
      container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
      Lookup.getDefault().lookup(ImportController.class).process(container, new DefaultProcessor(), projects.getCurrentWorkspace());
      GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
      DirectedGraph graph = model.getDirectedGraph();
      out.println("file\t" + graph.getNodeCount() + "\t" + graph.getEdgeCount() + "\t" + model.isDynamic());
      report.getIssues(10).forEachRemaining(issue -> out.println("issue\t" + issue.getLevel() + "\t" + one(issue.getMessage())));
      for (Node node : graph.getNodes()) {
        Object investment = value(node, "investment");
        Object labels = value(node, "labels");
        out.println(String.format(Locale.ROOT, "node\t%s\t%s\t%s\t%s\t%.1f\t%.1f\t%d\t%s", one(node.getId()), one(node.getLabel()),
            one(labels), one(investment), node.x(), node.y(), node.getColor().getRed(), one(java.util.Arrays.toString(node.getIntervals()))));
      }
      for (Edge edge : graph.getEdges())
        out.println("edge\t" + one(edge.getSource().getId()) + "\t" + one(edge.getTarget().getId()) + "\t" + one(edge.getLabel()) + "\t" + one(edge.getTypeLabel()) + "\t" + edge.getWeight());
      projects.closeCurrentProject();
    }
  }

  static Object value(Node node, String title) {
    for (Column column : node.getTable())
      if (column.getTitle().equals(title)) return node.getAttribute(column);
    return null;
  }

  static String one(Object value) {
    return value == null ? "" : value.toString().replaceAll("[\\t\\r\\n]", " ");
  }
}
