using Sluice.Builds.Queueing;
using Sluice.Builds.Running;
using Sluice.Lambdas.Tests.Rights;
using Sluice.Local.Host.Templates;
using Sluice.Platform.Accounts;
using Sluice.Platform.Configuration;

namespace Sluice.Lambdas.Tests;

public sealed class SuiteSettingsTests
{
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal) { ["SLUICE_TABLE"] = "table", ["SLUICE_ACCOUNT"] = "123456789012", ["SLUICE_BUCKET"] = "bucket", ["SLUICE_BUILD_IMAGE"] = "image", ["AWS_REGION"] = "eu-west-1" };

    [Fact]
    public void What_every_function_is_given_is_enough()
    {
        var settings = SuiteSettings.Read(_variables);

        (settings.Table, settings.Account, settings.Builds, settings.SecretsKey, settings.BuildCluster).ShouldBe(("table", new SuiteAccount("eu-west-1", "123456789012"), BuildLimit.Default, null, null));
        settings.Machines.ShouldBeEmpty();
        settings.Computes.ShouldBe(new BuildComputes("image"));
    }

    [Fact]
    public void What_builds_run_on_is_told_as_the_templates_parameters_are_set()
    {
        (_variables["SLUICE_ARM_BUILD_IMAGE"], _variables["SLUICE_USE_LAMBDA"], _variables["SLUICE_USE_CODEBUILD"]) = ("arm", "true", "false");
        SuiteSettings.Read(_variables).Computes.ShouldBe(new BuildComputes("image", "arm", HasLambda: true));

        (_variables["SLUICE_ARM_BUILD_IMAGE"], _variables["SLUICE_USE_LAMBDA"], _variables["SLUICE_USE_CODEBUILD"]) = ("", "false", "true");
        SuiteSettings.Read(_variables).Computes.ShouldBe(new BuildComputes("image", HasCodeBuild: true));
    }

    /// <summary>The names are told in messages of builds that want more.</summary>
    [Fact]
    public void Every_function_is_told_what_builds_run_on_by_parameters_of_these_names()
    {
        var variables = new AccountTemplate().Document["Globals"]!["Function"]!["Environment"]!["Variables"]!;
        new[] { ("SLUICE_BUILD_IMAGE", "BuildImage"), ("SLUICE_ARM_BUILD_IMAGE", "ArmBuildImage"), ("SLUICE_USE_LAMBDA", "UseLambda"), ("SLUICE_USE_CODEBUILD", "UseCodeBuild") }
            .ShouldAllBe(told => (string)variables[told.Item1]!["Ref"]! == told.Item2);
    }

    [Fact]
    public void All_that_is_missing_or_wrong_is_told_at_once()
    {
        _variables.Clear();
        _variables["SLUICE_ACCOUNT"] = "12";
        _variables["SLUICE_BUILDS_AT_ONCE"] = "many";
        _variables["SLUICE_USE_CODEBUILD"] = "yes";
        _variables["STATE_MACHINE_BUILD"] = "build";
        _variables["STATE_MACHINE_DEPLOY_ECS"] = "arn:aws:states:eu-west-1:123456789012:stateMachine:deploy-ecs";

        Should.Throw<InvalidConfigurationException>(() => SuiteSettings.Read(_variables)).Message.Split('\n').ShouldBe(
        [
            "SLUICE_TABLE is missing; expected the table's name",
            "AWS_REGION is missing; expected a Region such as us-east-1",
            "SLUICE_ACCOUNT is '12'; expected an account's 12 digits",
            "SLUICE_BUCKET is missing; expected the suite's bucket",
            "SLUICE_BUILDS_AT_ONCE is 'many'; expected a whole number of at least 1",
            "SLUICE_BUILD_IMAGE is missing; expected the image that runs builds",
            "SLUICE_USE_CODEBUILD is 'yes'; expected true or false",
            "STATE_MACHINE_PIPELINE is missing; expected the ARN of the machine 'pipeline'",
            "STATE_MACHINE_ACTION is missing; expected the ARN of the machine 'action'",
            "STATE_MACHINE_ACTION_INVOKE is missing; expected the ARN of the machine 'action-invoke'",
            "STATE_MACHINE_BUILD is 'build'; expected the ARN of the machine 'build'",
            "STATE_MACHINE_BUILD_BATCH is missing; expected the ARN of the machine 'build-batch'",
            "STATE_MACHINE_DEPLOY_LAMBDA is missing; expected the ARN of the machine 'deploy-lambda'",
            "STATE_MACHINE_NOTIFY is missing; expected the ARN of the machine 'notify'",
        ]);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("6.5")]
    [InlineData("99999999999")]
    public void A_wrong_number_of_builds_is_not_ignored(string given)
    {
        _variables["SLUICE_BUILDS_AT_ONCE"] = given;
        Should.Throw<InvalidConfigurationException>(() => SuiteSettings.Read(_variables)).Faults.ShouldBe([$"SLUICE_BUILDS_AT_ONCE is '{given}'; expected a whole number of at least 1"]);
    }

    [Fact]
    public void Who_starts_executions_is_given_each_machine_that_there_is()
    {
        var variables = new AccountTemplate().OfType("AWS::Serverless::Function").Single(function => function.Id == "StartExecutionsFunction").Properties["Environment"]!["Variables"]!.AsObject().Select(one => one.Key);
        variables.Where(name => name.StartsWith("STATE_MACHINE_", StringComparison.Ordinal)).ShouldBe(SuiteSettings.MachineNames.Select(SuiteSettings.VariableOf), ignoreOrder: true);
    }

    [Fact]
    public void The_machines_are_the_templates() =>
        SuiteTemplate.Load(AppContext.BaseDirectory).Machines.Select(machine => Path.GetFileName(machine.File)).ShouldBe(SuiteSettings.MachineNames.Select(name => $"{name}.asl.json"), ignoreOrder: true);
}
