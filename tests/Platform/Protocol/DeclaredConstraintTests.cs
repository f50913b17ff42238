using Sluice.Platform.Protocol.Models;
using Sluice.World.Refusals;

namespace Sluice.Platform.Tests.Protocol;

/// <summary>Each rule of an input's model is broken with an error that the operation declares, so that clients know it.</summary>
public sealed class DeclaredConstraintTests
{
    /// <summary>One operation of CodeDeploy declares no error at all.</summary>
    [Theory]
    [InlineData("codepipeline")]
    [InlineData("codebuild")]
    [InlineData("codedeploy", "DeleteResourcesByExternalId externalId Constraint")]
    public void Every_rule_of_every_input_has_an_error_that_its_operation_declares(string service, params string[] but) =>
        ModelConstraints.Undeclared(new ServiceModels()[service]).ShouldBe(but, ignoreOrder: true);

    /// <summary>InvalidInputException, which is for the rest, has to do for one member.</summary>
    [Fact]
    public void Every_rule_of_CodeDeploys_inputs_has_an_error_of_its_own() => ModelConstraints.Unnamed(new ServiceModels()["codedeploy"]).ShouldBe(
        ["CreateDeploymentGroup outdatedInstancesStrategy Constraint", "UpdateDeploymentGroup outdatedInstancesStrategy Constraint", "DeleteResourcesByExternalId externalId Constraint"],
        ignoreOrder: true);
}
