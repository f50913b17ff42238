using Sluice.Local.Commands.Clients;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Commands.Starting;

/// <summary>Which pipeline is to be started: named as it is, or by what it watches.</summary>
internal static class StartedPipeline
{
    /// <exception cref="UsageException">There is none, or several and none was named.</exception>
    public static async Task<PipelineDeclaration> FindAsync(SuiteClient suite, string? what, CancellationToken stop)
    {
        var names = (await PipelineNames.AllAsync(suite, stop)).Select(pipeline => pipeline.Name!).ToList();
        if (what is null || names.Contains(what, StringComparer.Ordinal))
        {
            return await GetAsync(suite, await PipelineNames.OneAsync(suite, what, stop), stop);
        }

        var all = new List<PipelineDeclaration>();
        foreach (var name in names)
        {
            all.Add(await GetAsync(suite, name, stop));
        }

        return Pick(what, all);
    }

    /// <exception cref="UsageException">There is none.</exception>
    public static PipelineDeclaration Pick(string what, IReadOnlyCollection<PipelineDeclaration> all) =>
        all.FirstOrDefault(pipeline => pipeline.Name == what)
        ?? all.FirstOrDefault(pipeline => what.Length > 0 && RepositoryOf(pipeline) == RepositoryName.Full(what))
        ?? throw (NearMiss.Of(what, [.. all.Select(pipeline => pipeline.Name)]) is not null
            ? PipelineNames.Unknown(what, [.. all.Select(pipeline => pipeline.Name)])
            : new UsageException($"No pipeline is named '{what}' and none has that repository; there {(all.Count == 0 ? "are none" : $"is {string.Join(", ", all.Select(pipeline => pipeline.Name))}")}."));

    private static string? RepositoryOf(PipelineDeclaration pipeline) => pipeline.Stages[0].Actions[0].Configuration?.GetValueOrDefault("Repository");

    private static async Task<PipelineDeclaration> GetAsync(SuiteClient suite, string name, CancellationToken stop) =>
        (await suite.AskAsync<GetPipelineOutput>(new GetPipelineInput { Name = name }, stop)).Pipeline!;
}
