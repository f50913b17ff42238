using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Pipelines.Definitions;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Platform.Documents;
using Sluice.Platform.Json;

namespace Sluice.Pipelines.Tests.Definitions;

public sealed class PipelineDocumentTests
{
    [Fact]
    public void Reads_what_get_pipeline_prints()
    {
        var pipeline = PipelineDocument.Parse("pipeline.json", Documents.ThreeStages());

        pipeline.Name.ShouldBe("app");
        pipeline.ArtifactStore.ShouldBe(new ArtifactStore { Type = ArtifactStoreType.S3, Location = "sluice-artifacts" });
        pipeline.Stages.Select(stage => stage.Name).ShouldBe(["Source", "Build", "Deploy"]);
        pipeline.Version.ShouldBe(1);
        pipeline.ExecutionMode.ShouldBe(ExecutionMode.SUPERSEDED);
        var build = pipeline.Stages[1].Actions[0];
        build.RunOrder.ShouldBe(1);
        build.Configuration!["ProjectName"].ShouldBe("app");
        build.InputArtifacts.ShouldBe([new InputArtifact { Name = "Source" }]);
    }

    [Fact]
    public void Reads_the_bare_declaration_and_yaml()
    {
        const string Yaml = """
            name: y
            artifactStore: {type: S3, location: bucket}
            stages:
              - name: One
                actions:
                  - {name: S, actionTypeId: {category: Source, owner: Custom, provider: Git, version: 1}, configuration: {Repository: /r}, outputArtifacts: [{name: A}]}
              - name: Two
                actions:
                  - {name: B, actionTypeId: {category: Build, owner: AWS, provider: CodeBuild, version: 1}, configuration: {ProjectName: p}, inputArtifacts: [{name: A}]}
            """;

        PipelineDocument.Parse("pipeline.yml", Yaml).Stages.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("\"name\": \"app\"", "\"name\": \"a b\"", "pipeline.name")]
    [InlineData("\"stages\"", "\"stagse\"", "did you mean 'stages'")]
    [InlineData("\"pipelineType\": \"V2\"", "\"executionMode\": \"PARALEL\"", "did you mean 'PARALLEL'")]
    [InlineData("\"pipelineType\": \"V2\"", "\"triggers\": [{}]", "pipeline.triggers[0].providerType: is missing")]
    [InlineData("\"pipelineType\": \"V2\"", "\"variables\": [{\"nane\":\"x\"}]", "did you mean 'name'")]
    [InlineData("\"name\": \"Build\", \"actions\"", "\"name\": \"Build\", \"onFailure\": {\"result\":\"FAIL\"}, \"actions\"", "ROLLBACK or RETRY was expected here")]
    [InlineData("\"name\": \"Build\", \"actions\"", "\"name\": \"Source\", \"actions\"", "stages of a pipeline have different names")]
    [InlineData("\"provider\": \"CodeBuild\"", "\"provider\": \"Jenkins\"", "Build is done by CodeBuild")]
    [InlineData("\"category\": \"Build\"", "\"category\": \"Approval\"", "Approval is done by Manual")]
    [InlineData("\"owner\": \"Custom\"", "\"owner\": \"AWS\"", "Custom was expected for Source by Git")]
    [InlineData("\"ProjectName\": \"app\"", "\"ProjectName\": \"#{variables.P}\"", "the pipeline declares: none")]
    [InlineData("\"ProjectName\": \"app\"", "\"Project\": \"app\"", "is missing required configuration 'ProjectName'")]
    [InlineData("\"Branch\": \"main\"", "\"Branch\": \"../x\"", "no name that git allows")]
    [InlineData("\"Branch\": \"main\"", "\"Branhc\": \"main\"", "did you mean 'Branch'")]
    [InlineData("\"/srv/app\"", "\"https://u:secret@host/x.git\"", "without user and password")]
    [InlineData("\"/srv/app\"", "\"git@host:x.git\"", "SSH address")]
    [InlineData("\"inputArtifacts\": [ { \"name\": \"Package\" } ]", "\"inputArtifacts\": [ { \"name\": \"Pakage\" } ]", "no action makes 'Pakage'")]
    [InlineData("\"inputArtifacts\": [ { \"name\": \"Package\" } ]", "\"inputArtifacts\": []", "exactly 1")]
    [InlineData("\"inputArtifacts\": [ { \"name\": \"Source\" } ]", "\"inputArtifacts\": [ { \"name\": \"Package\" } ]", "is not made before this action")]
    [InlineData("[ { \"name\": \"Package\" } ] } ] },", "[ { \"name\": \"Source\" } ] } ] },", "another action makes 'Source' already")]
    [InlineData("\"runOrder\": 1", "\"runOrder\": 1000", "from 1 to 999")]
    [InlineData("\"location\": \"sluice-artifacts\"", "\"location\": \"No\"", "a bucket's name")]
    [InlineData("\"version\": 7", "\"version\": 0", "at least 1")]
    public void Refuses_with_the_place_and_what_was_expected(string original, string changed, string expected)
    {
        var text = Documents.ThreeStages();
        text.ShouldContain(original);

        var refused = Should.Throw<InvalidDocumentException>(() => PipelineDocument.Parse("pipeline.json", text.Replace(original, changed, StringComparison.Ordinal)));

        refused.Message.ShouldContain(expected);
        refused.Message.ShouldNotContain("secret");
        refused.Faults.ShouldAllBe(fault => fault.Line > 0);
    }

    [Fact]
    public void Tells_all_faults_at_once()
    {
        var text = Documents.ThreeStages()
            .Replace("\"S3\"", "\"S4\"", StringComparison.Ordinal)
            .Replace("\"Branch\"", "\"Brnch\"", StringComparison.Ordinal)
            .Replace("\"CodeBuild\"", "\"Bamboo\"", StringComparison.Ordinal)
            .Replace("\"DeployStrategy\"", "\"\"", StringComparison.Ordinal);

        Should.Throw<InvalidDocumentException>(() => PipelineDocument.Parse("p.json", text)).Faults.Count.ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public void Lets_empty_members_of_the_original_through()
    {
        var text = Documents.ThreeStages().Replace("\"pipelineType\": \"V2\"", "\"triggers\": [], \"variables\": [], \"pipelineType\": \"V1\"", StringComparison.Ordinal);

        PipelineDocument.Parse("p.json", text).PipelineType.ShouldBe(PipelineType.V1);
    }

    // Pipelines of earlier versions are in tables, and a run goes on by the one that it began with.
    [Fact]
    public void What_was_stored_of_a_pipeline_is_read_and_written_as_ever()
    {
        const string Stored = """
            {"name":"app","artifactStore":{"type":"S3","location":"b"},"stages":[{"name":"Source","actions":[{"name":"S","actionTypeId":{"category":"Source","owner":"Custom","provider":"Git","version":"1"},
            "runOrder":1,"configuration":{"Repository":"/r"},"inputArtifacts":[],"outputArtifacts":[{"name":"A"}],"namespace":"n"}]}],"version":3,"executionMode":"SUPERSEDED"}
            """;

        var pipeline = JsonSerializer.Deserialize<PipelineDeclaration>(Stored, SluiceJson.Options)!;

        (pipeline.Number(), pipeline.RoleArn, pipeline.Stages[0].Actions[0].ActionTypeId.Category, pipeline.Stages[0].Actions[0].Setting("Repository")).ShouldBe((3, null, ActionCategory.Source, "/r"));
        var written = JsonSerializer.SerializeToNode(pipeline, SluiceJson.Options);
        JsonNode.DeepEquals(written, JsonNode.Parse(Stored)).ShouldBeTrue(written?.ToJsonString());
    }

    [Fact]
    public void An_earlier_runOrder_may_stand_later_in_the_document()
    {
        var text = Documents.Groups().Replace("\"runOrder\": 1,\n        \"configuration\": { \"ProjectName\": \"app\" }", "\"runOrder\": 19,\n        \"configuration\": { \"ProjectName\": \"app\" }", StringComparison.Ordinal);

        PipelineDocument.Parse("p.json", text).Stages[1].Actions.Count.ShouldBe(3);
    }

    [Fact]
    public void One_stage_alone_and_a_source_in_a_later_stage_are_refused()
    {
        const string Stage = """{"name":"S","actions":[{"name":"A","actionTypeId":{"category":"Source","owner":"Custom","provider":"Git","version":"1"},"configuration":{"Repository":"/r"},"outputArtifacts":[{"name":"X"}]}]}""";
        string Document(string stages) => $$"""{"name":"p","artifactStore":{"type":"S3","location":"bucket"},"stages":[{{stages}}]}""";

        Should.Throw<InvalidDocumentException>(() => PipelineDocument.Parse("p.json", Document(Stage))).Message.ShouldContain("2 to 50 stages");
        var later = Stage.Replace("\"S\"", "\"T\"", StringComparison.Ordinal).Replace("\"X\"", "\"Y\"", StringComparison.Ordinal);
        Should.Throw<InvalidDocumentException>(() => PipelineDocument.Parse("p.json", Document($"{Stage},{later}"))).Message.ShouldContain("first stage only");
    }

    [Fact]
    public void Any_mutilated_document_is_read_or_refused()
    {
        var text = Documents.ThreeStages();
        var random = new Random(7);
        for (var i = 0; i < 3000; i++)
        {
            var at = random.Next(text.Length);
            var length = random.Next(1, 30);
            var mutilated = random.Next(3) switch
            {
                0 => text.Remove(at, Math.Min(length, text.Length - at)),
                1 => text.Insert(at, "{}[]\",:0null\u0000#"[random.Next(12)..]),
                _ => text.Insert(at, text.Substring(random.Next(text.Length - 30), length)),
            };
            try
            {
                PipelineDocument.Parse(i % 2 == 0 ? "p.json" : "p.yml", mutilated);
            }
            catch (InvalidDocumentException e)
            {
                e.Faults.ShouldNotBeEmpty();
            }
        }
    }
}
