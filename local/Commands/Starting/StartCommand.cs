using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Pipelines;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Shapes;
using Sluice.Platform.Ids;
using Sluice.Platform.Tables;
using Sluice.Platform.Tables.Sqlite;

namespace Sluice.Local.Commands.Starting;

/// <summary>
/// <c>start</c>: has the suite that runs release what it watches, also if that was released before. It writes the run into the table, into which SQLite lets another process; the suite takes it up from there.
/// </summary>
internal static class StartCommand
{
    public static Command Create()
    {
        var what = new Argument<string>("PIPELINE-OR-REPOSITORY") { Description = "The pipeline's name, as serve tells it, or its repository" };
        var data = CommonOptions.Data();
        var command = new Command("start", "Have a running serve release the head of a branch, also if it was released before") { what, data };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetRequiredValue(what), parsed.GetRequiredValue(data), Console.Out, stop));
        return command;
    }

    /// <exception cref="UsageException">There is no such data folder or pipeline.</exception>
    public static Task<int> RunAsync(string what, string folder, TextWriter output, CancellationToken stop) =>
        KeptTable.WithAsync(folder, (_, table) => RunAsync(what, folder, table, output, stop));

    private static async Task<int> RunAsync(string what, string folder, SqliteTable table, TextWriter output, CancellationToken stop)
    {
        await using var services = new ServiceCollection()
            .AddLogging().AddSingleton(TimeProvider.System).AddSingleton<IIds, RandomIds>().AddSingleton<ITable>(table).AddPipelines().BuildServiceProvider();
        var pipeline = await FindAsync(what, services.GetRequiredService<PipelineCatalog>(), stop);
        var execution = await services.GetRequiredService<ExecutionStarts>().StartAsync(new StartRequest(pipeline.Name), stop);
        await output.WriteLineAsync($"{pipeline.Name}: execution {execution} is started; the suite that runs on {folder}, or the next one, takes it up");
        return ExitCodes.Succeeded;
    }

    private static async Task<PipelineDeclaration> FindAsync(string what, PipelineCatalog pipelines, CancellationToken stop)
    {
        var all = new List<PipelineDeclaration>();
        string? token = null;
        do
        {
            (var page, token) = await pipelines.ListAsync(token, limit: 100, stop);
            all.AddRange(page.Select(stored => stored.Pipeline));
        }
        while (token is not null);
        return all.Find(pipeline => pipeline.Name == what)
            ?? all.Find(pipeline => what.Length > 0 && RepositoryOf(pipeline) == RepositoryName.Full(what))
            ?? throw new UsageException($"No pipeline is named '{what}' and none has that repository; there {(all.Count == 0 ? "are none" : $"is {string.Join(", ", all.Select(pipeline => pipeline.Name))}")}.");
    }

    private static string? RepositoryOf(PipelineDeclaration pipeline) => pipeline.Stages[0].Actions[0].Setting("Repository");
}
