using System.Text.Json;
using Sluice.Pipelines.Definitions;
using Sluice.Pipelines.Shapes;
using Sluice.Pipelines.Types;
using Sluice.Platform.Documents;
using Sluice.Platform.Json;

namespace Sluice.Pipelines.Tests.Definitions;

public sealed class DeclarationTests
{
    private const string Commands = """{ "category": "Compute", "owner": "AWS", "provider": "Commands", "version": "1" }""";

    [Fact]
    public void Reads_all_of_a_declaration()
    {
        var pipeline = PipelineDocument.Parse("p.json", Declared.Text);

        pipeline.ArtifactStore!.EncryptionKey!.Id.ShouldBe("alias/shop");
        pipeline.ExecutionMode.ShouldBe(ExecutionMode.QUEUED);
        pipeline.Variables!.Select(variable => variable.DefaultValue).ShouldBe(["beta", null]);
        var git = pipeline.Triggers!.Single().GitConfiguration;
        (git.Push!.Count, git.Push[0].Branches!.Excludes!.Single(), git.PullRequest!.Single().Events!.Count).ShouldBe((2, "release/old-*", 2));
        var build = pipeline.Stages[1];
        build.BeforeEntry!.Conditions.Single().Rules!.Single().Configuration!["Operator"].ShouldBe("EQ");
        build.OnFailure!.RetryConfiguration!.RetryMode.ShouldBe(StageRetryMode.ALL_ACTIONS);
        build.OnSuccess!.Conditions.Single().Rules!.Single().Commands.ShouldBe(["scan ."]);
        var check = build.Actions[1];
        (check.Commands!.Count, check.OutputVariables!.Single(), check.TimeoutInMinutes, check.OutputArtifacts!.Single().Files!.Single(), check.Namespace).ShouldBe((2, "RESULT", 20, "notes/**", "check"));
        build.Actions[0].EnvironmentVariables!.Single().Value.ShouldBe("#{variables.STAGE}");
        pipeline.Stages[2].Blockers!.Single().Name.ShouldBe("night");
        pipeline.Stages[4].Needs.ShouldBe(["Approve", "Site"]);
    }

    [Fact]
    public void A_request_is_read_as_the_document_is()
    {
        var read = PipelineDocument.Parse("p.json", Declared.Text);

        var kept = PipelineDocument.Check(read, KnownTypes.BuiltIn);

        JsonSerializer.Serialize(kept, SluiceJson.Options).ShouldBe(JsonSerializer.Serialize(read, SluiceJson.Options));
    }

    [Fact]
    public void Stores_by_region_stand_in_place_of_one()
    {
        var text = Declared.With("artifactStore", null).Replace("\"executionMode\"", "\"artifactStores\":{\"eu-central-1\":{\"type\":\"S3\",\"location\":\"one\"},\"us-east-1\":{\"type\":\"S3\",\"location\":\"two\"}},\"executionMode\"", StringComparison.Ordinal);

        PipelineDocument.Parse("p.json", text).ArtifactStores!["us-east-1"].Location.ShouldBe("two");
    }

    [Theory]
    [InlineData("artifactStores", """{"eu-central-1":{"type":"S3","location":"one"}}""", FaultKinds.Structure, "artifactStore and artifactStores cannot both be there")]
    [InlineData("artifactStore", null, null, "artifactStore: is missing")]
    [InlineData("pipelineType", "\"V1\"", FaultKinds.Structure, "Execution mode QUEUED can only be used with V2 pipelines|Pipeline variable can only be used with V2 pipelines|Triggers on tag can only be used with V2 pipelines|Conditions, which stage 'Build' has|Commands, which action 'Check' has")]
    [InlineData("stages/1/actions/0/inputArtifacts/0/name", "\"Sorce\"", FaultKinds.Action, "Input Artifact Bundle Sorce in action Compile is not declared as Output Artifact Bundle in any of the preceding actions; no action makes 'Sorce'; did you mean 'Source'")]
    [InlineData("stages/1/actions/1/runOrder", "1", FaultKinds.Action, "'Package' is not made before this action")]
    [InlineData("stages/3/actions/0/inputArtifacts/0/name", "\"Notes\"", null, "")]
    [InlineData("stages/3/needs/0", "\"Source\"", FaultKinds.Action, "Input Artifact Bundle Package in action Upload")]
    [InlineData("stages/4/needs/1", "\"Sit\"", FaultKinds.Stage, "there is no stage 'Sit'; did you mean 'Site'?")]
    [InlineData("stages/3/needs/0", "\"Stack\"", FaultKinds.Structure, "the stages 'Site', 'Stack' wait for each other")]
    [InlineData("stages/0/needs", "[\"Build\"]", FaultKinds.Stage, "the first stage comes after no other")]
    [InlineData("stages/1/actions/1/outputArtifacts/0/name", "\"Source\"", FaultKinds.Structure, "Output Artifact Bundle name must be unique within the pipeline. Source has been used more than once")]
    [InlineData("variables/1/name", "\"STAGE\"", FaultKinds.Structure, "Variable names must be unique. The following variable name is already in use: STAGE")]
    [InlineData("variables/1/name", "\"a b\"", FaultKinds.Validation, "1 to 128 of A-Z a-z 0-9 @ - _")]
    [InlineData("triggers/0/gitConfiguration/sourceActionName", "\"Bucket\"", FaultKinds.Structure, "Triggers for connection must reference a CodeStarSourceConnection action|'Bucket' is S3")]
    [InlineData("triggers/0/gitConfiguration/sourceActionName", "\"Chekout\"", FaultKinds.Structure, "did you mean 'Checkout'")]
    [InlineData("triggers/0/gitConfiguration/push/1/branches", """{"includes":["main"]}""", FaultKinds.Structure, "Make sure to choose valid filter combinations")]
    [InlineData("triggers/0/gitConfiguration/push/0/branches", null, FaultKinds.Structure, "Make sure to choose valid filter combinations")]
    [InlineData("triggers/0/gitConfiguration/pullRequest/0/branches", null, FaultKinds.Structure, "those that the pull request is for")]
    [InlineData("triggers/0/gitConfiguration/pullRequest/0/events", """["OPENED"]""", FaultKinds.Validation, "one of OPEN, UPDATED, CLOSED was expected, not 'OPENED'")]
    [InlineData("triggers/0/gitConfiguration/push/1/tags/includes/0", "\"v[1-\"", FaultKinds.Validation, "a set such as [a-z]")]
    [InlineData("triggers/0/gitConfiguration/push/1/tags/includes", """["1","2","3","4","5","6","7","8","9"]""", FaultKinds.Validation, "1 to 8 were expected, not 9")]
    [InlineData("stages/2/blockers/0/type", "\"Lunar\"", FaultKinds.Blocker, "'Schedule' was expected, not 'Lunar'")]
    [InlineData("stages/2/blockers/0/name", null, FaultKinds.Blocker, "1 to 100 characters")]
    [InlineData("stages/1/beforeEntry/conditions/0/result", "\"ROLLBACK\"", FaultKinds.Stage, "FAIL or SKIP was expected here, not ROLLBACK")]
    [InlineData("stages/1/onSuccess/conditions/0/result", "\"SKIP\"", FaultKinds.Stage, "ROLLBACK or FAIL was expected here")]
    [InlineData("stages/1/onFailure/result", "\"SKIP\"", FaultKinds.Stage, "ROLLBACK or RETRY was expected here")]
    [InlineData("stages/1/onFailure/result", "\"ROLLBACK\"", FaultKinds.Stage, "the result RETRY was expected with it")]
    [InlineData("stages/0/onFailure", """{"result":"ROLLBACK"}""", FaultKinds.Stage, "the first stage cannot be rolled back")]
    [InlineData("executionMode", "\"PARALLEL\"", FaultKinds.Stage, "a pipeline in PARALLEL mode cannot roll back")]
    [InlineData("stages/1/beforeEntry/conditions", "[]", FaultKinds.Stage, "exactly 1 condition was expected, not 0")]
    [InlineData("stages/1/beforeEntry/conditions/0/rules", "[]", FaultKinds.Stage, "1 to 5 rules were expected, not 0")]
    [InlineData("stages/1/beforeEntry/conditions/0/rules/0/configuration/Operator", "\"EQUALS\"", FaultKinds.Stage, "one of EQ, NE, CONTAINS, MATCHES")]
    [InlineData("stages/1/beforeEntry/conditions/0/rules/0/configuration/Value", null, FaultKinds.Stage, "Action configuration for rule 'Beta' is missing required configuration 'Value'")]
    [InlineData("stages/1/beforeEntry/conditions/0/rules/0/ruleTypeId/provider", "\"VariableChek\"", FaultKinds.Stage, "did you mean 'VariableCheck'")]
    [InlineData("stages/1/beforeEntry/conditions/0/rules/0/configuration/Variable", "\"#{built.X}\"", FaultKinds.Action, "a namespace of an action that is not over before")]
    [InlineData("stages/1/onSuccess/conditions/0/rules/0/inputArtifacts/0/name", "\"Later\"", FaultKinds.Action, "Input Artifact Bundle Later in action Scan")]
    [InlineData("stages/1/onSuccess/conditions/0/rules/0/timeoutInMinutes", "4", null, "from 5 to 86400")]
    [InlineData("stages/2/beforeEntry/conditions/0/rules/0/configuration/Cron", "\"0 9 * * *\"", FaultKinds.Stage, "six or seven fields")]
    [InlineData("stages/2/beforeEntry/conditions/0/rules/0/configuration/TimeZone", "\"Mars\"", FaultKinds.Stage, "'Mars' is no time zone")]
    [InlineData("stages/4/onFailure/conditions/0/rules/0/configuration/AlarmStates", "\"ALARM,RED\"", FaultKinds.Stage, "not 'RED'")]
    [InlineData("stages/4/onFailure/conditions/0/rules/0/configuration/WaitTime", "\"soon\"", FaultKinds.Stage, "a whole number from 0")]
    [InlineData("stages/1/actions/1/commands", "[]", FaultKinds.Action, "Action Check must have a non-empty commands field")]
    [InlineData("stages/1/actions/1/commands/0", "\"a\\nb\"", FaultKinds.Validation, "a command of one line")]
    [InlineData("stages/1/actions/0/commands", "[\"ls\"]", FaultKinds.Action, "The following action cannot contain a commands field: Compile")]
    [InlineData("stages/1/actions/0/outputArtifacts/0/files", "[\"a\"]", FaultKinds.Action, "only the artifacts of Commands name their files")]
    [InlineData("stages/1/actions/0/outputVariables", "[\"A\"]", FaultKinds.Action, "only Commands names its variables")]
    [InlineData("stages/1/actions/0/timeoutInMinutes", "10", FaultKinds.Action, "only Commands and Manual actions have one")]
    [InlineData("stages/3/actions/0/environmentVariables", """[{"name":"A","value":"b"}]""", FaultKinds.Action, "this kind of action has none")]
    [InlineData("stages/1/actions/0/environmentVariables/1", """{"name":"STAGE","value":"x"}""", FaultKinds.Action, "there is a variable 'STAGE' already")]
    [InlineData("stages/1/actions/0/environmentVariables/0/value", "\"#{src.Commit\"", FaultKinds.Action, "has no '}'")]
    [InlineData("stages/1/actions/0/namespace", "\"src\"", FaultKinds.Action, "another action has the namespace 'src' already")]
    [InlineData("stages/1/actions/0/namespace", "\"variables\"", FaultKinds.Action, "'variables' is reserved")]
    [InlineData("stages/1/actions/0/namespace", "\"Seed\"", FaultKinds.Action, "'Seed' is the name of an artifact")]
    [InlineData("stages/2/actions/0/configuration/CustomData", "\"#{nobody.X}\"", FaultKinds.Action, "referencing a namespace that does not exist|StageName=[Approve], ActionName=[People], ActionConfigurationKey=[CustomData], VariableReferenceText=[nobody.X]|there are: src, built, check")]
    [InlineData("stages/2/actions/0/configuration/CustomData", "\"#{variables.STAG}\"", FaultKinds.Action, "the pipeline declares: STAGE, NOTE; did you mean 'STAGE'")]
    [InlineData("stages/2/actions/0/configuration/CustomData", "\"#{codepipeline.Id}\"", FaultKinds.Action, "expected #{codepipeline.PipelineExecutionId}")]
    [InlineData("stages/2/actions/0/configuration/CustomData", "\"#{src}\"", FaultKinds.Action, "Valid format for a pipeline execution variable reference is a namespace and a key separated by a period ('.')")]
    [InlineData("stages/1/actions/0/configuration/ProjectName", "\"#{built.X}\"", FaultKinds.Action, "that is not over before")]
    [InlineData("stages/0/actions/0/configuration/Branch", "\"#{variables.STAGE}\"", FaultKinds.Action, "cannot be used in source actions")]
    [InlineData("stages/2/actions/0/configuration/RequiredApprovals", "\"two\"", FaultKinds.Action, "a whole number from 1 to 100 was expected, not 'two'")]
    [InlineData("stages/2/actions/0/configuration/NotificationArn", "\"topic\"", FaultKinds.Action, "the ARN of an SNS topic")]
    [InlineData("stages/2/actions/0/configuration/ExternalEntityLink", "\"ftp://x/y\"", FaultKinds.Action, "an http or https URL")]
    [InlineData("stages/1/actions/0/configuration/PrimarySource", null, FaultKinds.Action, "is missing required configuration 'PrimarySource'")]
    [InlineData("stages/1/actions/0/configuration/PrimarySource", "\"Other\"", FaultKinds.Action, "one of the action's input artifacts was expected, not 'Other'; there are: Source, Seed")]
    [InlineData("stages/1/actions/0/configuration/EnvironmentVariables", "\"COMMIT=1\"", FaultKinds.Action, "JSON was expected")]
    [InlineData("stages/1/actions/0/configuration/EnvironmentVariables", "\"[{\\\"name\\\":\\\"A\\\",\\\"value\\\":\\\"b\\\",\\\"type\\\":\\\"SECRET\\\"}]\"", FaultKinds.Action, "one of PLAINTEXT, PARAMETER_STORE, SECRETS_MANAGER was expected as the type of 'A'")]
    [InlineData("stages/1/actions/0/configuration/CombineArtifacts", "\"true\"", FaultKinds.Action, "BatchEnabled 'true' was expected with it")]
    [InlineData("stages/1/actions/0/configuration/BatchEnabled", "\"yes\"", FaultKinds.Action, "one of true, false was expected, not 'yes'")]
    [InlineData("stages/3/actions/0/configuration/Extract", "\"false\"", FaultKinds.Action, "is missing required configuration 'ObjectKey'")]
    [InlineData("stages/3/actions/0/configuration/BucketNam", "\"x\"", FaultKinds.Action, "Action configuration for action 'Upload' contains unknown configuration 'BucketNam'; did you mean 'BucketName'")]
    [InlineData("stages/3/actions/0/configuration", null, FaultKinds.Action, "Action configuration for action 'Upload' is missing required configuration 'BucketName'|missing required configuration 'Extract'")]
    [InlineData("stages/4/actions/0/configuration/TemplatePath", null, FaultKinds.Action, "with ActionMode CREATE_UPDATE")]
    [InlineData("stages/4/actions/0/configuration/TemplatePath", "\"template.yaml\"", FaultKinds.Action, "ARTIFACT::PATH was expected")]
    [InlineData("stages/4/actions/0/configuration/ActionMode", "\"CHANGE_SET_EXECUTE\"", FaultKinds.Action, "is missing required configuration 'ChangeSetName'")]
    [InlineData("stages/4/actions/0/configuration/TemplateConfiguration", "\"Other::a.json\"", FaultKinds.Action, "not 'Other'")]
    [InlineData("stages/3/actions/0/inputArtifacts", "[]", FaultKinds.Action, "Action Upload declares 0 input artifacts which is less than the minimum count (1)")]
    [InlineData("stages/3/actions/0/actionTypeId/provider", "\"S4\"", FaultKinds.Action, "ActionType (Category: 'Deploy', Provider: 'S4', Owner: 'AWS', Version: '1') in action 'Upload' is not available|did you mean 'S3'")]
    [InlineData("stages/3/actions/0/actionTypeId/category", "\"Source\"", FaultKinds.Structure, "a source stands in the first stage only")]
    [InlineData("stages/0/actions/1/actionTypeId", Commands, FaultKinds.Structure, "Pipeline should start with a stage that only contains source actions")]
    public void Refuses_with_the_originals_error_and_what_was_expected(string path, string? json, string? kind, string expected)
    {
        var text = Declared.With(path, json);
        if (expected.Length == 0)
        {
            PipelineDocument.Parse("p.json", text);
            return;
        }

        var refused = Should.Throw<InvalidDocumentException>(() => PipelineDocument.Parse("p.json", text));

        foreach (var part in expected.Split('|'))
        {
            refused.Message.ShouldContain(part);
        }

        refused.Faults.Where(fault => expected.Split('|').Any(fault.ToString().Contains)).ShouldAllBe(fault => fault.Kind == kind);
    }

    [Theory]
    [InlineData("CodeDeployToECS", """{"ApplicationName":"a","DeploymentGroupName":"g","TaskDefinitionTemplateArtifact":"Package","AppSpecTemplateArtifact":"Package","Image1ArtifactName":"Package"}""", "is missing required configuration 'Image1ContainerName'")]
    [InlineData("CodeDeployToECS", """{"ApplicationName":"a","DeploymentGroupName":"g","TaskDefinitionTemplateArtifact":"Other","AppSpecTemplateArtifact":"Package"}""", "not 'Other'")]
    [InlineData("ECS", """{"ClusterName":"c","ServiceName":"s","DeploymentTimeout":"61"}""", "a whole number from 1 to 60")]
    public void Refuses_deployments_whose_keys_do_not_agree(string provider, string configuration, string expected)
    {
        var action = $$"""{ "name": "Upload", "actionTypeId": { "category": "Deploy", "owner": "AWS", "provider": "{{provider}}", "version": "1" }, "configuration": {{configuration}}, "inputArtifacts": [ { "name": "Package" } ] }""";

        Should.Throw<InvalidDocumentException>(() => PipelineDocument.Parse("p.json", Declared.With("stages/3/actions/0", action))).Message.ShouldContain(expected);
    }

    [Theory]
    [InlineData("StepFunctions", """{"StateMachineArn":"arn","InputType":"FilePath"}""", "is missing required configuration 'Input'|an input artifact was expected with FilePath")]
    [InlineData("StepFunctions", """{"StateMachineArn":"arn","InputType":"Literal","Input":"{"}""", "Input: JSON was expected")]
    [InlineData("CodePipeline", """{"PipelineName":"x","Variables":"[{}]"}""", "a JSON list of maps with name, value")]
    public void Refuses_calls_whose_keys_do_not_agree(string provider, string configuration, string expected)
    {
        var action = $$"""{ "name": "Call", "actionTypeId": { "category": "Invoke", "owner": "AWS", "provider": "{{provider}}", "version": "1" }, "configuration": {{configuration}} }""";

        var message = Should.Throw<InvalidDocumentException>(() => PipelineDocument.Parse("p.json", Declared.With("stages/3/actions/0", action))).Message;
        expected.Split('|').ShouldAllBe(part => message.Contains(part));
    }

    [Fact]
    public void Fifty_actions_are_a_stage_and_one_more_is_too_many()
    {
        string Actions(int count) => $"[{string.Join(',', Enumerable.Range(0, count).Select(number => $$"""{ "name": "P{{number}}", "actionTypeId": { "category": "Approval", "owner": "AWS", "provider": "Manual", "version": "1" } }"""))}]";

        PipelineDocument.Parse("p.json", Declared.With("stages/2/actions", Actions(50))).Stages[2].Actions.Count.ShouldBe(50);
        var refused = Should.Throw<InvalidDocumentException>(() => PipelineDocument.Parse("p.json", Declared.With("stages/2/actions", Actions(51))));
        refused.Message.ShouldContain("Pipeline stage 'Approve' has too many actions. There can only be up to 50 actions in a pipeline stage");
        refused.Faults.Single().Kind.ShouldBe(FaultKinds.Stage);
    }

    [Fact]
    public void A_type_that_users_made_is_taken_and_held_to_its_keys()
    {
        const string Id = """{ "category": "Test", "owner": "Custom", "provider": "Jenkins", "version": "3" }""";
        var made = new CustomType(new ActionTypeId { Category = ActionCategory.Test, Owner = ActionOwner.Custom, Provider = "Jenkins", Version = "3" }, new(0, 1), new(0, 0), [ConfigurationKey.Needed("Job")]);
        var types = new KnownTypes([made], []);
        string With(string configuration) => Declared.With("stages/3/actions/0", $$"""{ "name": "Jenkins", "actionTypeId": {{Id}}, "configuration": {{configuration}} }""");

        PipelineDocument.Parse("p.json", With("""{"Job":"nightly"}"""), types).Stages[3].Actions[0].Configuration!["Job"].ShouldBe("nightly");
        Should.Throw<InvalidDocumentException>(() => PipelineDocument.Parse("p.json", With("""{"Jop":"x"}"""), types)).Message.ShouldContain("contains unknown configuration 'Jop'; did you mean 'Job'");
        Should.Throw<InvalidDocumentException>(() => PipelineDocument.Parse("p.json", With("""{"Job":"x"}"""))).Message.ShouldContain("Provider: 'Jenkins', Owner: 'Custom', Version: '3') in action 'Jenkins' is not available");
        Should.Throw<InvalidDocumentException>(() => PipelineDocument.Parse("p.json", With("""{"Job":"x"}""").Replace("\"version\":\"3\"", "\"version\":\"2\"", StringComparison.Ordinal), types)).Message.ShouldContain("'3' was expected, not '2'");
    }

    [Fact]
    public void What_cannot_run_here_is_refused_by_name()
    {
        var types = new KnownTypes([], [new(ActionCategory.Deploy, DeployTypes.CloudFormation, "one machine has no CloudFormation")]);

        Should.Throw<InvalidDocumentException>(() => PipelineDocument.Parse("p.json", Declared.Text, types)).Message
            .ShouldContain("ActionType (Category: 'Deploy', Provider: 'CloudFormation', Owner: 'AWS', Version: '1') in action 'Update' is not available: one machine has no CloudFormation");
    }

    [Fact]
    public void A_request_is_refused_by_the_first_faults_error_with_all_faults()
    {
        var declared = PipelineDocument.Parse("p.json", Declared.Text);
        var stages = declared.Stages.ToList();
        stages[3] = stages[3] with { Actions = [stages[3].Actions[0] with { Configuration = new Dictionary<string, string> { ["BucketName"] = "site" } }] };
        stages[4] = stages[4] with { Name = "Site" };

        var refused = Should.Throw<InvalidPipeline>(() => PipelineDocument.Check(declared with { Stages = stages }, KnownTypes.BuiltIn));

        refused.Code.ShouldBe("InvalidActionDeclarationException");
        refused.Message.ShouldStartWith("stages[3].actions[0].configuration.Extract: Action configuration for action 'Upload' is missing required configuration 'Extract'");
        refused.Message.ShouldContain("stages[4].name: there is a stage 'Site' already");
        refused.Message.ShouldNotContain("pipeline.json");
    }

    [Fact]
    public void Where_no_type_is_given_all_can_be_used() =>
        PipelineDocument.Parse("p.json", Declared.With("pipelineType", null)).PipelineType.ShouldBeNull();
}
