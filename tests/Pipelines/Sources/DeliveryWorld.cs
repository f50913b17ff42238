using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Sources;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Platform.Connections;
using Sluice.Platform.GitHosts;
using Sluice.Platform.Json;
using Sluice.World.Deliveries;

namespace Sluice.Pipelines.Tests.Sources;

/// <summary>A pipeline whose source is read by a connection, and what its host delivers to that.</summary>
internal sealed class DeliveryWorld : IDisposable
{
    public const string Id = "11111111-2222-3333-4444-555555555555";
    public const string Arn = $"arn:aws:codeconnections:us-east-1:123456789012:connection/{Id}";
    private int _sent;

    private DeliveryWorld(GitProvider provider, string repository)
    {
        (Repository, Url) = (repository, $"{GitProviders.Endpoint(provider)!.AbsoluteUri}{repository}.git");
        Suite.Connections.Opened[Arn] = new OpenedConnection(provider, GitProviders.Endpoint(provider)!, new TokenSignIn("x", "t0ken"));
        (Suite.Refs.Branches[Url], Suite.Refs.Tags[Url]) = (Branches, Tags);
    }

    public Suite Suite { get; } = new();

    public string Repository { get; }

    public string Url { get; }

    public Dictionary<string, string> Branches { get; } = [];

    public Dictionary<string, string> Tags { get; } = [];

    /// <summary>A pipeline that was polled once, when its branch stood at a commit.</summary>
    /// <param name="provider">Whose host.</param>
    /// <param name="repository">Its repository there.</param>
    /// <param name="at">Where <c>main</c> stands.</param>
    /// <param name="trigger">The members of its trigger's <c>gitConfiguration</c>; null for no trigger.</param>
    /// <param name="detects">The source's <c>DetectChanges</c>.</param>
    public static async Task<DeliveryWorld> CreateAsync(GitProvider provider, string repository, string at, string? trigger = null, string? detects = null)
    {
        var world = new DeliveryWorld(provider, repository);
        await world.KeepAsync("app", trigger, detects);
        world.Push("main", at);
        await world.PollAsync();
        return world;
    }

    public async Task KeepAsync(string name, string? trigger = null, string? detects = null, string? arn = null)
    {
        var configuration = new JsonObject { ["ConnectionArn"] = arn ?? Arn, ["FullRepositoryId"] = Repository, ["BranchName"] = "main", ["DetectChanges"] = detects ?? "true" };
        var pipeline = new PipelineText(name).Stage("Source", PipelineText.Action("Checkout", "Source/AWS/CodeStarSourceConnection", outputs: "Source", configuration: configuration)).Stage("Build", PipelineText.Build("Compile"));
        await Suite.KeepAsync(trigger is null ? pipeline : pipeline.With("triggers", JsonNode.Parse("""[{"providerType":"CodeStarSourceConnection","gitConfiguration":{"sourceActionName":"Checkout",""" + trigger + "}}]")!));
    }

    /// <summary>Moves a branch at the host.</summary>
    public void Push(string branch, string commit)
    {
        Branches[branch] = commit;
        Suite.Refs.Heads[branch == "main" ? Url : $"{Url}#{branch}"] = commit;
    }

    public async Task<int> PollAsync() => (await Suite.Get<PollSources>().PollAsync(new PollRequest("app"))).Started.Count;

    /// <summary>Has the event come to the service that a delivery becomes.</summary>
    /// <returns>The pipelines of which runs were started.</returns>
    public async Task<IReadOnlyList<string>> TakeAsync(HostDelivery delivery, string? id = null)
    {
        var started = new List<string>();
        foreach (var told in GitHostReader.Read(name => delivery.Headers("s").FirstOrDefault(header => header.Key == name).Value, Encoding.UTF8.GetBytes(delivery.Body)))
        {
            var change = new RepositoryChange(id ?? $"d{++_sent}", Id, told);
            var read = JsonSerializer.SerializeToNode(new { detail = change }, SluiceJson.Options).Deserialize<RepositoryChangeEvent>(SluiceJson.Options)!;
            started.AddRange((await Suite.Get<TakeRepositoryChange>().RunAsync(read)).Select(run => run.PipelineName));
        }

        return started;
    }

    /// <summary>What the runs release, and why, the first one first.</summary>
    public async Task<string[]> RunsAsync(string pipeline = "app")
    {
        var runs = (await Suite.Get<ExecutionViews>().ListAsync(pipeline)).Executions;
        return [.. runs.Select(run => $"{run.Trigger.TriggerType} {run.SourceRevisions[0].Branch} {run.SourceRevisions[0].RevisionId[..6]}").Reverse()];
    }

    public async Task<PipelineRun> LastAsync() => await Suite.RunAsync((await Suite.Get<ExecutionViews>().ListAsync("app")).Executions[0].PipelineExecutionId);

    public void Dispose() => Suite.Dispose();
}
