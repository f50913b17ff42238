using Sluice.Deployments.Keys;
using Sluice.Deployments.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Deployments.Tests.World;

/// <summary>Many deployments at once, in three steps, each of a function of its own.</summary>
internal sealed class Crowd(DeploymentWorld world)
{
    public const string AsItShould = "Succeeded";
    private const string Strategy = "Steps.10@60s,50@60s";

    /// <summary>How many executions were under way when the last one was started.</summary>
    public int AtOnce { get; private set; }

    /// <summary>Starts them all, then lets time pass until each has ended.</summary>
    /// <returns>Of each, <see cref="AsItShould"/> or what is wrong with its end.</returns>
    /// <exception cref="InvalidOperationException">Some are stuck.</exception>
    public IReadOnlyList<string> Run(int count) => world.Time.Run(async () =>
    {
        var names = Enumerable.Range(0, count).Select(n => $"fn-{n}").ToList();
        var tokens = new List<string>();
        foreach (var name in names)
        {
            world.Lambda.Add(name, versions: 2, at: "1");
            var release = new Release { Function = name, TargetVersion = "2", Strategy = Strategy };
            tokens.Add(await world.StartAsync(release.Manifest(world.Objects), release.Configuration()));
        }

        AtOnce = world.Journal.Open().Count;
        await world.CompleteAsync();
        var ends = new List<string>();
        foreach (var ((name, token), execution) in names.Zip(tokens).Zip(world.Executions))
        {
            ends.Add(await EndAsync(name, token, execution.Name[..^2]));
        }

        return ends;
    });

    /// <summary>What is left of deployments that go on: nothing, once all have ended.</summary>
    public int LeftOver() => world.Time.Run(async () =>
        world.Journal.Open().Count + (await world.Table.QueryAsync(new Query(DeploymentKeys.Active) { OnIndex = true })).Items.Count);

    private async Task<string> EndAsync(string function, string token, string deploymentId)
    {
        var record = await world.Get<DeploymentStore>().GetAsync(deploymentId);
        return record.Outcome != DeploymentOutcome.Succeeded ? $"{function} ended as {record.Outcome?.ToString() ?? "nothing"}: {record.Message}"
            : world.Alias(function) != "2" ? $"The alias of {function} is at {world.Alias(function)}."
            : world.Machines.Actions.GetValueOrDefault(token) is not { Count: 1 } ? $"The action of {function} was not answered once."
            : AsItShould;
    }
}
