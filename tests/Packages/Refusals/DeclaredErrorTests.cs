using Microsoft.Extensions.DependencyInjection;
using Sluice.Platform.Protocol;
using Sluice.Platform.Protocol.Models;
using Sluice.World.Refusals;

namespace Sluice.Packages.Tests.Refusals;

/// <summary>Each error that an operation's model declares is provoked over the wire, or it is said why it cannot be.</summary>
public sealed class DeclaredErrorTests
{
    private static readonly ServiceModel _model = new ServiceModels()["codeartifact"];
    private static readonly ModelRefusals _refusals = new(_model, PackageCases.Good, PackageCases.Declared, PackageCases.Unreachable);

    public static TheoryData<string, string, string, string> Refusals =>
        [.. PackageCases.Declared.Concat(PackageCases.More).Select(one => new TheoryDataRow<string, string, string, string>(one.Operation, one.Error, one.Edit, one.Says))];

    public static TheoryData<string> Operations => [.. Built()];

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_is_wrong_is_refused_by_its_error_says_so_and_leaves_no_trace(string operation, string error, string edit, string says)
    {
        using var world = await RefusingPackages.MakeAsync();

        await _refusals.RefusesAsync(world, new Refusal(operation, error, edit, says));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Without_what_is_wrong_it_is_accepted(string operation)
    {
        using var world = await RefusingPackages.MakeAsync();

        await _refusals.AcceptsAsync(world, operation);
    }

    [Fact]
    public void Every_operation_of_the_model_is_built() => Built().Order().ShouldBe(_model.Operations.Keys.Order());

    [Fact]
    public void Every_error_of_the_model_is_provoked_or_it_is_said_why_it_cannot_be() => _refusals.ProvokesOrExplains(Built());

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Text_of_any_length_is_taken_or_refused_by_an_error_that_the_operation_declares(string operation)
    {
        using var world = await RefusingPackages.MakeAsync();

        await _refusals.TakesOrRefusesTextOfAnyLengthAsync(world, operation);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_constraint_that_is_broken_is_refused(string operation)
    {
        using var world = await RefusingPackages.MakeAsync();

        await _refusals.DeclaresAnErrorForEachConstraintAsync(world, operation);
    }

    private static IReadOnlyList<string> Built()
    {
        using var world = new PackageWorld();
        return new OperationCatalog(new ServiceModels(), world.Services.GetServices<OperationRegistration>()).BuiltOf("codeartifact");
    }
}
