using Sluice.Local.Commands.Clients;

namespace Sluice.Local.Commands.Seeing.Logs;

/// <summary>What somebody means who asks for a log.</summary>
internal static class LogSources
{
    private const string Functions = "/aws/lambda/";

    /// <exception cref="UsageException">There is nothing of this name.</exception>
    public static async Task<ILogSource> FindAsync(SuiteClient suite, string what, DateTimeOffset since, CancellationToken stop)
    {
        if (BuildReader.IsId(what))
        {
            return new BuildLogSource(suite, what);
        }

        if (what.StartsWith('/'))
        {
            return new GroupLogSource(suite, await GroupAsync(suite, what, stop) ?? throw new UsageException($"There is no log group '{what}'."), since);
        }

        var pipelines = (await PipelineNames.AllAsync(suite, stop)).Select(pipeline => pipeline.Name!).ToList();
        return pipelines.Contains(what, StringComparer.Ordinal) ? new PipelineLogSource(suite, what)
            : DeploymentReader.IsId(what) ? new DeploymentLogSource(suite, what)
            : await GroupAsync(suite, Functions + what.Split(':')[0], stop) is { } group ? new GroupLogSource(suite, group, since)
            : throw new UsageException($"'{what}' is no build, deployment, function that has written anything, or pipeline.{(NearMiss.Of(what, pipelines) is { } near ? $" Did you mean '{near}'?" : "")}");
    }

    /// <summary>Pipelines and functions, for a shell.</summary>
    public static async Task<IEnumerable<string>> NamesAsync(SuiteClient suite, CancellationToken stop) =>
        (await PipelineNames.AllAsync(suite, stop)).Select(pipeline => pipeline.Name!)
            .Concat((await new LogCalls(suite).GroupsAsync(Functions, stop)).Select(group => group[Functions.Length..])).Distinct(StringComparer.Ordinal);

    private static async Task<string?> GroupAsync(SuiteClient suite, string name, CancellationToken stop) =>
        (await new LogCalls(suite).GroupsAsync(name, stop)).FirstOrDefault(group => group == name);
}
