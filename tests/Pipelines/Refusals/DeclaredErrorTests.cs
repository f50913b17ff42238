using Sluice.Platform.Protocol.Models;
using Sluice.World.Refusals;

namespace Sluice.Pipelines.Tests.Refusals;

/// <summary>Each error that an operation's model declares is provoked over the wire, or it is said why it cannot be.</summary>
public sealed class DeclaredErrorTests
{
    private static readonly ServiceModel _model = new ServiceModels()["codepipeline"];
    private static readonly IReadOnlyList<Refusal> _all =
        [.. PipelineRefusals.All, .. ExecutionRefusals.All, .. StageRefusals.All, .. JobRefusals.All, .. ActionTypeRefusals.All, .. WebhookRefusals.All];

    // What is deleted under runs that change is deleted by half: the next try goes on there.
    private static readonly Refusal _halfDone = new("DeletePipeline", "ConcurrentModificationException", "{'name':'raced-waiting'}", "changed by others");
    private static readonly ModelRefusals _refusals = new(_model, GoodInputs.All, [.. _all, .. PreparedRefusals.All, _halfDone], UnreachableErrors.All);
    private static readonly IReadOnlyList<string> _built = RefusedWorld.Built();

    public static TheoryData<string, string, string, string> Refusals => Rows(_all);

    public static TheoryData<string, string, string, string> Prepared => Rows(PreparedRefusals.All);

    public static TheoryData<string> Operations => [.. _built];

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_is_wrong_is_refused_by_its_error_says_so_and_leaves_no_trace(string operation, string error, string edit, string says)
    {
        using var world = await RefusedWorld.CreateAsync();
        await _refusals.RefusesAsync(world, new Refusal(operation, error, edit, says));
    }

    [Theory]
    [MemberData(nameof(Prepared))]
    public async Task What_would_be_too_many_is_refused(string operation, string error, string edit, string says)
    {
        using var world = await RefusedWorld.CreateAsync();
        var refusal = new Refusal(operation, error, edit, says);
        await PreparedRefusals.PrepareAsync(world, refusal);
        await _refusals.RefusesAsync(world, refusal);
    }

    [Fact]
    public async Task A_pipeline_whose_runs_others_change_is_not_said_to_be_deleted()
    {
        using var world = await RefusedWorld.CreateAsync();

        var (status, answer) = await world.AskAsync(_halfDone.Operation, GoodInputs.All.Edited(_halfDone.Operation, _halfDone.Edit));

        (status, (string)answer!["__type"]!).ShouldBe((400, _halfDone.Error));
        ((string)answer["message"]!).ShouldContain(_halfDone.Says);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Without_what_is_wrong_it_is_accepted(string operation)
    {
        using var world = await RefusedWorld.CreateAsync();
        await _refusals.AcceptsAsync(world, operation);
    }

    [Fact]
    public void Every_error_of_the_model_is_provoked_or_it_is_said_why_it_cannot_be() => _refusals.ProvokesOrExplains(_built);

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Text_of_any_length_is_taken_or_refused_by_an_error_that_the_operation_declares(string operation)
    {
        using var world = await RefusedWorld.CreateAsync();
        await _refusals.TakesOrRefusesTextOfAnyLengthAsync(world, operation);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_constraint_that_is_broken_is_refused_by_an_error_that_the_operation_declares(string operation)
    {
        using var world = await RefusedWorld.CreateAsync();
        await _refusals.DeclaresAnErrorForEachConstraintAsync(world, operation);
    }

    [Fact]
    public void All_operations_of_the_model_are_built() => _model.Operations.Keys.Except(_built).ShouldBeEmpty();

    private static TheoryData<string, string, string, string> Rows(IEnumerable<Refusal> refusals) =>
        [.. refusals.Select(one => new TheoryDataRow<string, string, string, string>(one.Operation, one.Error, one.Edit, one.Says))];
}
