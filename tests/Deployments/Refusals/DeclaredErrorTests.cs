using Sluice.Platform.Protocol.Models;

namespace Sluice.Deployments.Tests.Refusals;

/// <summary>Each error that an operation's model declares is provoked over the wire, or it is said why it cannot be.</summary>
public sealed class DeclaredErrorTests
{
    private static readonly IReadOnlyList<Refusal> _all =
    [
        .. CommonRefusals.All, .. ApplicationRefusals.All, .. RevisionRefusals.All, .. ConfigurationRefusals.All, .. GroupRefusals.All, .. PlatformRefusals.All,
        .. DeploymentRefusals.All, .. TargetRefusals.All, .. InstanceRefusals.All, .. TagRefusals.All,
    ];

    public static TheoryData<string, string, string, string> Refusals =>
        [.. _all.Select(one => new TheoryDataRow<string, string, string, string>(one.Operation, one.Error, one.Edit, one.Says))];

    public static TheoryData<string> Accepted => [.. GoodInputs.Operations];

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_is_wrong_is_refused_by_its_error_says_so_and_leaves_no_trace(string operation, string error, string edit, string says)
    {
        using var world = await RefusedWorld.CreateAsync();
        var before = world.Writes;

        var (code, message) = await world.RefusedAsync(operation, GoodInputs.Edited(operation, edit));

        code.ShouldBe(error, message);
        message.ShouldContain(says);
        world.Writes.ShouldBe(before, "a refused request writes nothing");
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task Without_what_is_wrong_it_is_accepted(string operation)
    {
        using var world = await RefusedWorld.CreateAsync();
        await world.CallAsync(operation, GoodInputs.Edited(operation, "{}"));
    }

    [Fact]
    public void Every_error_of_the_model_is_provoked_or_it_is_said_why_it_cannot_be()
    {
        var declared = new ServiceModels()["codedeploy"].Operations.Values.SelectMany(operation => operation.Errors.Select(error => (operation.Name, error))).ToList();
        var provoked = _all.Select(one => (one.Operation, one.Error)).ToHashSet();
        var unreachable = UnreachableErrors.All.SelectMany(one => one.Operations.Select(operation => (operation, one.Error))).ToList();

        declared.Except(provoked).Except(unreachable).ShouldBeEmpty("neither provoked nor explained");
        unreachable.Intersect(provoked).ShouldBeEmpty("explained as unreachable, and provoked");
        unreachable.Concat(provoked).Except(declared).ShouldBeEmpty("not in the model");
    }
}
