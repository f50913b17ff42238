using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Local.Commands.Clients;
using Sluice.Pipelines;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Shapes;
using Sluice.Platform.Ids;
using Sluice.Platform.Protocol;
using Sluice.Platform.Tables;
using Sluice.Platform.Tables.Sqlite;

namespace Sluice.Local.Commands.Starting;

/// <summary>Writes a run into the table of a data folder on which no suite runs: the next one that does takes it up.</summary>
internal static class KeptStart
{
    /// <exception cref="UsageException">There is no such data folder or pipeline.</exception>
    public static Task<int> RunAsync(StartInput asked, string folder, bool isJson, TextWriter output, CancellationToken stop) =>
        KeptTable.WithAsync(folder, (_, table) => RunAsync(asked, folder, table, isJson, output, stop));

    private static async Task<int> RunAsync(StartInput asked, string folder, SqliteTable table, bool isJson, TextWriter output, CancellationToken stop)
    {
        await using var services = new ServiceCollection()
            .AddLogging().AddSingleton(TimeProvider.System).AddSingleton<IIds, RandomIds>().AddSingleton<ITable>(table).AddPipelines().BuildServiceProvider();
        var pipeline = Find(asked.What, await AllAsync(services.GetRequiredService<PipelineCatalog>(), stop));
        var request = new StartRequest(pipeline.Name) { Variables = [.. asked.OfVariables()], SourceRevisions = [.. asked.OfSources(pipeline)] };
        try
        {
            var execution = await services.GetRequiredService<ExecutionStarts>().StartAsync(request, stop);
            await output.WriteLineAsync(isJson
                ? JsonSerializer.Serialize(new StartPipelineExecutionOutput { PipelineExecutionId = execution }, WireJson.Indented)
                : $"{pipeline.Name}: execution {execution} is started; the suite that runs on {folder}, or the next one, takes it up");
            return ExitCodes.Succeeded;
        }
        catch (ApiException e)
        {
            throw new RefusedException($"{e.Code}: {e.Message}", e.Code);
        }
    }

    private static PipelineDeclaration Find(string? what, IReadOnlyList<PipelineDeclaration> all) => what is not null ? StartedPipeline.Pick(what, all)
        : all is [var only] ? only
        : throw new UsageException(all.Count == 0 ? "There are no pipelines yet; 'sluice serve --repository PATH-OR-URL' makes one." : $"There are several pipelines; name one: {string.Join(", ", all.Select(pipeline => pipeline.Name))}.");

    private static async Task<IReadOnlyList<PipelineDeclaration>> AllAsync(PipelineCatalog pipelines, CancellationToken stop)
    {
        var (all, token) = (new List<PipelineDeclaration>(), (string?)null);
        do
        {
            (var page, token) = await pipelines.ListAsync(token, limit: 100, stop);
            all.AddRange(page.Select(stored => stored.Pipeline));
        }
        while (token is not null);
        return all;
    }
}
