using Sluice.Platform.Protocol.Models;
using Sluice.World.Refusals;

namespace Sluice.Pipelines.Tests.Refusals;

/// <summary>What the operations on jobs and types of actions refuse: each error that they declare, and nothing that a client does not know.</summary>
public sealed class JobRefusalTests
{
    private static readonly ModelRefusals _refusals = new(new ServiceModels()["codepipeline"], new InputSet(JobRefusals.Inputs), JobRefusals.All, JobRefusals.Unreachable);

    public static TheoryData<string> Operations => [.. JobRefusals.Inputs.Keys];

    public static TheoryData<int> Refusals => [.. Enumerable.Range(0, JobRefusals.All.Count)];

    [Fact]
    public void Every_declared_error_is_provoked_or_it_is_said_why_it_cannot_be() => _refusals.ProvokesOrExplains(JobRefusals.Inputs.Keys);

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task What_is_good_is_taken(string operation)
    {
        using var world = await JobsWorld.CreateAsync();
        await _refusals.AcceptsAsync(world, operation);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_is_wrong_is_refused_and_nothing_is_written(int index)
    {
        using var world = await JobsWorld.CreateAsync();
        await _refusals.RefusesAsync(world, JobRefusals.All[index]);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Each_constraint_of_the_model_holds(string operation)
    {
        using var world = await JobsWorld.CreateAsync();
        await _refusals.DeclaresAnErrorForEachConstraintAsync(world, operation);
        await _refusals.TakesOrRefusesTextOfAnyLengthAsync(world, operation);
    }
}
