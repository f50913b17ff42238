using Sluice.Local.StateMachines.Definitions;

namespace Sluice.Deployments.Tests.World;

/// <summary>How an undisturbed deployment went, kept when its world is gone.</summary>
/// <param name="Path">The states of its executions, in order.</param>
/// <param name="Transitions">Those that it walked.</param>
/// <param name="Record">What is stored of it at the end.</param>
/// <param name="Alias">The alias at the end; null if there is none.</param>
/// <param name="Fault">What was wrong with its end; null if nothing was.</param>
internal sealed record Course(IReadOnlyList<string> Path, IReadOnlySet<string> Transitions, Deployment Record, string? Alias, Exception? Fault)
{
    public static Course Of(DeploymentWorld world, MachineDefinition definition, DeploymentOutcome outcome, string says)
    {
        using (world)
        {
            return new Course(
                [.. world.Executions.SelectMany(execution => execution.Path)],
                world.Executions.SelectMany(execution => Walk.Of(execution, definition)).ToHashSet(),
                world.Time.Run(world.RecordAsync),
                world.Lambda.Functions.ContainsKey("fn") ? world.Alias() : null,
                Xunit.Record.Exception(() => world.ShouldHaveEnded(outcome, says)));
        }
    }

    public void ShouldHaveGone(string path)
    {
        string.Join('\n', Path).ShouldBe(path.Replace(' ', '\n'));
        Fault.ShouldBeNull(Fault?.ToString());
    }
}
