using System.Collections.Concurrent;
using Sluice.Deployments.Protocol.Steps;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Protocol;

/// <summary>A deployment with what happens to it and how it must go.</summary>
internal sealed record Scenario(string Name)
{
    private static readonly ConcurrentDictionary<string, Lazy<Course>> _courses = new(StringComparer.Ordinal);

    public Release Release { get; init; } = new();

    /// <summary>After how many another execution goes on; null is as in AWS.</summary>
    public int? StepsAnExecution { get; init; }

    /// <summary>The world before, and what happens in it.</summary>
    public Action<DeploymentWorld, Moments> Arrange { get; init; } = (_, _) => { };

    /// <summary>What happens while it runs.</summary>
    public Func<DeploymentWorld, Task> Meanwhile { get; init; } = _ => Task.CompletedTask;

    public required DeploymentOutcome Outcome { get; init; }

    /// <summary>The alias at the end; null if there is none.</summary>
    public required string? Alias { get; init; }

    /// <summary>A part of the message.</summary>
    public required string Says { get; init; }

    /// <summary>The first execution's states, then those of the recovering ones, divided by blanks.</summary>
    public required string Path { get; init; }

    public override string ToString() => Name;

    /// <summary>How it goes, run once for all tests that only look at it.</summary>
    public Course Course() => _courses.GetOrAdd(Name, _ => new Lazy<Course>(() => World.Course.Of(Run(), DeploymentWorld.Definition, Outcome, Says))).Value;

    public DeploymentWorld Run(Action<DeploymentWorld>? disturb = null)
    {
        var world = new DeploymentWorld(StepsAnExecution is { } steps ? new StepsAnExecution(steps) : null);
        var moments = new Moments(world.Cloud);
        world.Lambda.Add("fn");
        Arrange(world, moments);
        disturb?.Invoke(world);
        world.Time.Run(async () =>
        {
            await world.StartAsync(Release.Manifest(world.Objects), Release.Configuration());
            var meanwhile = Meanwhile(world);
            await world.CompleteAsync();
            await meanwhile;
        });
        return world;
    }
}
