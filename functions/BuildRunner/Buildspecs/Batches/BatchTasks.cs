using System.Text.RegularExpressions;
using Sluice.BuildContract.Batches;
using Sluice.Platform.Documents;

namespace Sluice.BuildRunner.Buildspecs.Batches;

/// <summary>Reads <c>build-graph</c> and <c>build-list</c>.</summary>
internal static partial class BatchTasks
{
    /// <returns>In an order in which each comes after those that it depends on, as far as there is one.</returns>
    public static IReadOnlyList<BatchBuild> Read(MappingReader batch, string name, bool mayDepend)
    {
        var tasks = batch.ListOfMappings(name, task => new BatchTask(task, Build(task, mayDepend)));
        if (tasks.Count == 0 && batch.Node(name) is SequenceNode)
        {
            batch.Fault(name, "is empty; expected a list of builds, each with an identifier");
        }

        foreach (var again in tasks.Where(task => task.Build.Identifier.Length > 0).GroupBy(task => task.Build.Identifier, StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
        {
            again.Reader.Fault("identifier", $"'{again.Build.Identifier}' is there twice");
        }

        return BatchGraph.InOrder(batch, name, tasks);
    }

    private static BatchBuild Build(MappingReader task, bool mayDepend)
    {
        var identifier = task.RequiredString("identifier");
        if (identifier.Length > 0 && !Identifier().IsMatch(identifier))
        {
            task.Fault("identifier", $"'{identifier}' is no identifier; expected 1 to 128 letters, digits and _");
        }

        if (!mayDepend && task.Has("depend-on"))
        {
            task.Fault("depend-on", "in a build-list all builds run side by side; in a build-graph they can depend on each other");
        }

        return new BatchBuild(
            identifier,
            mayDepend ? [.. task.ListOfStrings("depend-on", orOne: true).Distinct(StringComparer.Ordinal)] : [],
            task.OptionalBool("ignore-failure") ?? false,
            task.OptionalString("buildspec"),
            task.OptionalBool("debug-session"),
            task.OptionalMapping("env", BatchVariables.Environment) ?? BatchEnvironment.AsProject,
            null);
    }

    [GeneratedRegex("^[A-Za-z0-9_]{1,128}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Identifier();
}
