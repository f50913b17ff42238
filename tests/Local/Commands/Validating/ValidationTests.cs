using Sluice.Local.Commands;
using Sluice.Local.Commands.Validating;

namespace Sluice.Local.Tests.Commands.Validating;

/// <summary>What is wrong with documents beside each other, without a suite.</summary>
public sealed class ValidationTests : IDisposable
{
    private readonly ShopFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Says_what_each_file_was_taken_for_and_what_nobody_could_be_asked() => string.Join('\n', ValidationRows.Of(await _folder.CheckAsync()).Select(row => row.Text.TrimEnd())).ShouldBe(
        """
        FILE           TAKEN FOR
        appspec.yml    appspec of Deploy/Shift
        buildspec.yml  buildspec of Build/Compile
        pipeline.json  pipeline 'shop'
        not checked: CodeBuild project 'shop', Lambda function 'tell', Lambda function 'check-shop' (no suite runs here; 'sluice serve' starts one, and --endpoint names one)
        Nothing is wrong with it.
        """);

    [Theory]
    [InlineData("pipeline.json", "\"inputArtifacts\": [{\"name\": \"Maps\"}]", "\"inputArtifacts\": [{\"name\": \"Map\"}]",
        "pipeline.json:24:28: error: stages[2].actions[1].inputArtifacts[0].name: Input Artifact Bundle Map in action Tell is not declared as Output Artifact Bundle in any of the preceding actions; no action makes 'Map'; did you mean 'Maps'?; there are: Code, App, Maps",
        "pipeline.json:15:46: warning: stages[1].actions[0].outputArtifacts[1].name: no action and no rule takes the artifact 'Maps'; take it out, or name it as an input artifact")]
    [InlineData("pipeline.json", "#{Source.CommitId}", "#{Source.CommitID}",
        "pipeline.json:23:50: error: stages[2].actions[1].configuration.UserParameters: #{Source.CommitID} will have no value: Checkout (CodeStarSourceConnection) gives no 'CommitID'; did you mean 'CommitId'?; it gives: BranchName, CommitId, RepositoryUrl, RepositoryName, AuthorDate, CommitterDate, CommitMessage, FullRepositoryName, ConnectionArn")]
    [InlineData("pipeline.json", "#{Built.VERSION}", "#{Built.VERSON}",
        "pipeline.json:23:50: error: stages[2].actions[1].configuration.UserParameters: #{Built.VERSON} will have no value: buildspec.yml does not export 'VERSON'; did you mean 'VERSION'?; env.exported-variables has: VERSION")]
    [InlineData("pipeline.json", "#{Built.VERSION}", "#{Bulit.VERSION}",
        "pipeline.json:23:50: error: stages[2].actions[1].configuration.UserParameters: Valid format for a pipeline execution variable reference is a namespace and a key separated by a period ('.'). The following pipeline execution variables are referencing a namespace that does not exist.\nStageName=[Deploy], ActionName=[Tell], ActionConfigurationKey=[UserParameters], VariableReferenceText=[Bulit.VERSION]; there are: Source, Built; did you mean 'Built'?")]
    [InlineData("pipeline.json", "\"DeployStrategy\": \"Canary", "\"DeployStrategie\": \"Canary",
        "pipeline.json:19:75: error: stages[2].actions[0].configuration.DeployStrategie: is not known here; expected one of FunctionName, FunctionAlias, DeployStrategy, DefaultStrategy, Alarms, ErrorAlarm, AlarmPeriodSeconds, TooFewRequests, TooFewRequestsWait, IgnorePollAlarmFailure, InsufficientData, FinalBake, AutoRollbackEvents, HookTimeoutSeconds; did you mean 'DeployStrategy'?")]
    [InlineData("pipeline.json", "\"FunctionAlias\": \"live\"", "\"FunctionAlias\": \"prod\"",
        "pipeline.json:19:50: error: stages[2].actions[0].configuration.FunctionAlias: 'prod' was expected to be the appspec's 'live'; leave it out, or make them agree (appspec.yml)")]
    [InlineData("buildspec.yml", "    Maps:", "    Mapps:",
        "buildspec.yml:11:5: warning: artifacts.secondary-artifacts.Mapps: no output artifact has this name, so it is not handed on; did you mean 'Maps'?; the action has: App, Maps",
        "pipeline.json:15:46: error: stages[1].actions[0].outputArtifacts[1].name: The action has the output artifact 'Maps', and the buildspec has no artifacts.secondary-artifacts.Maps. (buildspec.yml); did you mean 'Mapps'?")]
    [InlineData("buildspec.yml", "commands:", "comands:",
        "buildspec.yml:6:5: error: phases.build.commands: is missing; expected a list of commands",
        "buildspec.yml:6:5: error: phases.build.comands: is not known here; did you mean 'commands'?")]
    [InlineData("buildspec.yml", "artifacts:\n  files: ['**/*']", "artifacts:\n  type: zip\n  files: ['**/*']",
        "buildspec.yml:9:3: warning: artifacts.type: is ignored: the project says whether an artifact is a zip")]
    [InlineData("pipeline.json", "{\"ProjectName\": \"shop\"}", "{\"ProjectName\": \"shop\", \"BatchEnabled\": \"true\"}",
        "pipeline.json:13:49: error: stages[1].actions[0].configuration.BatchEnabled: buildspec.yml has no batch; expected one with build-graph, build-list, build-matrix or build-fanout.")]
    [InlineData("appspec.yml", "BeforeAllowTraffic", "BeforeAlowTraffic",
        "appspec.yml:9:5: error: Hooks[0].BeforeAlowTraffic: is not known here; did you mean 'BeforeAllowTraffic'?")]
    [InlineData("appspec.yml", "AWS::Lambda::Function", "AWS::ECS::Service",
        "appspec.yml:2:1: error: Resources: AWS::Lambda::Function was expected: this action moves the traffic of a function, not of a service",
        "appspec.yml:6:9: error: Resources[0].shop.Properties.LoadBalancerInfo: is missing; expected a map",
        "appspec.yml:6:9: error: Resources[0].shop.Properties.TaskDefinition: is missing; expected a task definition's ARN, or its family and revision",
        "appspec.yml:6:9: error: Resources[0].shop.Properties.Name: is not known here",
        "appspec.yml:7:9: error: Resources[0].shop.Properties.Alias: is not known here")]
    public async Task Tells_every_fault_with_its_place_and_what_was_expected(string file, string from, string to, params string[] expected)
    {
        _folder.Change(file, from, to);

        var found = await _folder.FindingsAsync();

        found.ShouldBe(expected.OrderBy(line => line.Split(':')[0]).ThenBy(line => int.Parse(line.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture)), ignoreOrder: true);
    }

    [Fact]
    public async Task Tells_the_faults_of_all_files_at_once()
    {
        _folder.Change("pipeline.json", "#{Source.CommitId}", "#{Source.Id}");
        _folder.Change("buildspec.yml", "version: 0.2", "version: 2");
        _folder.Change("appspec.yml", "Alias: live", "Alais: live");

        (await _folder.CheckAsync()).Findings.Select(finding => finding.File).Distinct().ShouldBe(["appspec.yml", "buildspec.yml", "pipeline.json"]);
    }

    [Fact]
    public async Task Where_projects_differ_and_nobody_can_be_asked_their_buildspec_is_in_doubt()
    {
        _folder.Change("pipeline.json", "{\"name\": \"Deploy\"", """
            {"name": "Test", "actions": [
              {"name": "Unit", "actionTypeId": {"category": "Test", "owner": "AWS", "provider": "CodeBuild", "version": "1"}, "configuration": {"ProjectName": "shop-tests"}, "inputArtifacts": [{"name": "Code"}]}]},
            {"name": "Deploy"
            """);
        _folder.Change("pipeline.json", "#{Built.VERSION}", "#{Built.VERSON}");

        (await _folder.FindingsAsync()).ShouldHaveSingleItem().ShouldEndWith("env.exported-variables has: VERSION (if the project 'shop' builds by buildspec.yml; it was not asked)");
    }

    [Fact]
    public async Task Documents_of_another_repository_are_not_held_against_the_pipeline()
    {
        _folder.Change("pipeline.json", "acme/shop", "acme/other");
        _folder.Change("pipeline.json", "#{Built.VERSION}", "#{Built.VERSON}");

        var report = await _folder.CheckAsync();

        report.Findings.ShouldBeEmpty();
        report.Files.Select(file => file.TakenFor).ShouldBe(["appspec", "buildspec", "pipeline 'shop'"]);
    }

    [Fact]
    public async Task Files_that_actions_name_are_checked_too()
    {
        _folder.Remove("appspec.yml");
        _folder.Change("pipeline.json", "\"provider\": \"Lambda\", \"version\": \"1\"},\n       \"configuration\": {\"FunctionName\": \"shop\", \"FunctionAlias\": \"live\", \"DeployStrategy\": \"Canary10Percent5Minutes\"},\n       \"inputArtifacts\": [{\"name\": \"App\"}]}",
            "\"provider\": \"CodeDeployToECS\", \"version\": \"1\"},\n       \"configuration\": {\"ApplicationName\": \"shop\", \"DeploymentGroupName\": \"web\", \"TaskDefinitionTemplateArtifact\": \"Code\", \"AppSpecTemplateArtifact\": \"Code\", \"AppSpecTemplatePath\": \"deploy/appspec.yaml\"},\n       \"inputArtifacts\": [{\"name\": \"Code\"}, {\"name\": \"App\"}]}");
        _folder.Write("deploy/appspec.yaml", "version: 0.0\nResources:\n  - TargetService:\n      Type: AWS::ECS::Service\n      Properties:\n        TaskDefinition: arn:aws:ecs:us-east-1:123456789012:task-definition/shop:1\n        LoadBalancerInfo:\n          ContainerName: web\n          ContainerPort: 80\n");

        var report = await _folder.CheckAsync();

        report.Files.Select(file => $"{file.File}: {file.TakenFor}").ShouldBe(["buildspec.yml: buildspec of Build/Compile", "pipeline.json: pipeline 'shop'", "deploy/appspec.yaml: appspec of Deploy/Shift"]);
        report.Findings.Select(finding => $"{finding.File}:{finding.Line} {finding.Message}").ShouldBe(
        [
            "pipeline.json:19 there is no taskdef.json in the source 'Code', which is this folder",
            "deploy/appspec.yaml: names no <TASK_DEFINITION>; expected it as the TaskDefinition, which the action registers",
        ]);
    }

    [Fact]
    public async Task What_a_document_names_outside_the_folder_is_not_looked_at()
    {
        File.Exists("/etc/hostname").ShouldBeTrue();
        new SourceFolder(_folder.Path).Find("../../../../../../etc/hostname").ShouldBeNull();
        new SourceFolder(_folder.Path).Find("/etc/hostname").ShouldBeNull();
        (await _folder.FindingsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_files_of_which_a_source_may_have_one_are_told()
    {
        _folder.Write("buildspec.yaml", ShopFolder.Buildspec);
        _folder.Write("appspec.json", """{"version": "0.0", "Resources": [{"shop": {"Type": "AWS::Lambda::Function", "Properties": {"Name": "shop", "Alias": "live"}}}]}""");

        (await _folder.FindingsAsync()).Take(2).ShouldBe(["buildspec.yaml: error: There are two buildspecs, buildspec.yml and buildspec.yaml; keep one of them.", "appspec.json: error: the repository has appspec.yml and appspec.json; expected one of them"]);
    }

    [Fact]
    public async Task Named_files_are_taken_for_what_they_are_whatever_they_are_called()
    {
        _folder.Write("ci/release.json", ShopFolder.Pipeline);
        _folder.Write("ci/build.yml", ShopFolder.Buildspec);
        _folder.Write("ci/other.yml", "hello: world");

        var report = await _folder.CheckAsync(null, "ci/release.json", "ci/build.yml", "ci/other.yml");

        report.Files.Select(file => $"{file.File} {file.Kind}").ShouldBe(["ci/release.json Pipeline", "ci/build.yml Buildspec", "ci/other.yml Unknown", "appspec.yml AppSpec", "buildspec.yml Buildspec"], ignoreOrder: true);
        report.Findings.ShouldHaveSingleItem().ShouldBe(new Finding(FindingSeverity.Error, "ci/other.yml", null, null, null, DocumentKinds.Expected));
    }

    [Fact]
    public async Task A_file_that_is_not_there_and_a_folder_without_any_are_wrong_usage()
    {
        (await Should.ThrowAsync<UsageException>(() => _folder.CheckAsync(null, "nope.json"))).Message.ShouldBe("nope.json: there is no such file.");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "empty"));
        (await Should.ThrowAsync<UsageException>(() => _folder.CheckAsync(null, "empty"))).Message.ShouldStartWith("There is nothing to check in ");
    }

    [Fact]
    public async Task Types_of_ones_own_are_not_checked_where_nobody_can_be_asked()
    {
        _folder.Change("pipeline.json", "{\"category\": \"Invoke\", \"owner\": \"AWS\", \"provider\": \"Lambda\", \"version\": \"1\"}", "{\"category\": \"Invoke\", \"owner\": \"Custom\", \"provider\": \"Tell\", \"version\": \"1\"}");

        var report = await _folder.CheckAsync();

        report.Findings.ShouldBeEmpty();
        report.NotChecked.Select(one => one.What).ShouldContain("action type Invoke/Custom/Tell");
    }
}
