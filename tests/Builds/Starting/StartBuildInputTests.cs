using Sluice.BuildContract.Jobs;
using Sluice.Builds.Model;
using Sluice.Builds.Running;
using Sluice.Builds.Shapes;
using Sluice.Platform.Actions;
using Sluice.Platform.Artifacts;
using Sluice.Platform.Objects;

namespace Sluice.Builds.Tests.Starting;

/// <summary>What a build of an action, or of a rule, is made of.</summary>
public sealed class StartBuildInputTests : IDisposable
{
    private static readonly ObjectRef Zip = new("artifacts", "shop/lib.zip");
    private static readonly ObjectRef Library = new("artifacts", "shop/lib.json");
    private readonly BuildsFixture _fixture = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commits_and_zips_are_its_sources_and_the_one_that_PrimarySource_names_is_where_it_begins()
    {
        PutLibrary();

        var job = await JobAsync(BuildsFixture.Request(configuration: [("PrimarySource", "Source")]) with { InputArtifacts = new Dictionary<string, ObjectRef> { ["My-Lib"] = Library, ["Source"] = BuildsFixture.Source } });

        job.Source.ShouldBe(new JobSource { Kind = JobSourceKind.Git, Repository = "/repos/shop", Version = new string('c', 40) });
        job.SecondarySources.ShouldBe([new JobSource { Kind = JobSourceKind.Archive, Identifier = "My-Lib", Object = Zip }]);
        job.OutputArtifacts.ShouldBe(["Package"]);
    }

    [Fact]
    public async Task A_zip_that_another_action_made_can_be_the_only_source()
    {
        PutLibrary("/repos/lib", new string('d', 40));

        var job = await JobAsync(BuildsFixture.Request() with { InputArtifacts = new Dictionary<string, ObjectRef> { ["Lib"] = Library } });

        job.Source.ShouldBe(new JobSource { Kind = JobSourceKind.Archive, Repository = "/repos/lib", Version = new string('d', 40), Object = Zip });
        job.SecondarySources.ShouldBeEmpty();
    }

    [Fact]
    public async Task Variables_of_the_action_beat_those_of_its_configuration_and_those_beat_the_projects()
    {
        await _fixture.CreateProjectAsync(new ProjectEnvironment
        {
            Type = EnvironmentType.LINUX_CONTAINER, Image = "local", ComputeType = ComputeType.BUILD_GENERAL1_SMALL, EnvironmentVariables = [Variable("A", "project"), Variable("B", "project"), Variable("C", "project")],
        });
        var request = BuildsFixture.Request(configuration: [("EnvironmentVariables", """[{"name":"B","value":"/p","type":"PARAMETER_STORE"},{"name":"C","value":"configuration"}]""")]) with
        {
            Commands = new ActionCommands([], [new ActionVariable("C", "key", "SECRETS_MANAGER")], [], new Dictionary<string, IReadOnlyList<string>>()),
        };

        var job = await JobAsync(request);

        job.Environment.Select(variable => $"{variable.Name}={variable.Value} {variable.Kind}").ShouldBe(["A=project Plaintext", "B=/p ParameterStore", "C=key SecretsManager"]);
    }

    [Fact]
    public async Task Inputs_that_cannot_be_told_apart_or_are_empty_are_refused_together()
    {
        _fixture.Objects.Put(Library, new ArtifactManifest("", "", null, new Dictionary<string, ArtifactZip>(), new Dictionary<string, ObjectRef>()));
        await _fixture.Start.RunAsync(BuildsFixture.Request(configuration: [("PrimarySource", "A")]) with { InputArtifacts = Inputs("A", "b-c", "b_c", "d/e") }, Cancellation);
        await _fixture.Start.RunAsync(BuildsFixture.Request("empty", "action-2", ("PrimarySource", "A")) with { InputArtifacts = Inputs("A", "B") }, Cancellation);

        _fixture.Machines.Result("parent").Message.ShouldBe(
            "Build/Compile: inputArtifacts: 'd/e' is no artifact's name; expected 1 to 100 letters, digits, - and _\n"
            + "Build/Compile: inputArtifacts: b-c and b_c would have one variable, CODEBUILD_SRC_DIR_b_c; expected names that differ by more than - and _");
        _fixture.Machines.Result("empty").Message!.Split('\n').ShouldBe(
            [$"Build/Compile: inputArtifacts.A: the artifact {Library} has neither a zip nor a commit", $"Build/Compile: inputArtifacts.B: the artifact {Library} has neither a zip nor a commit"]);
    }

    [Fact]
    public async Task A_rule_without_inputs_builds_what_its_project_says()
    {
        await _fixture.CreateProjectAsync(new ProjectEnvironment { Type = EnvironmentType.LINUX_CONTAINER, Image = "local", ComputeType = ComputeType.BUILD_GENERAL1_SMALL });

        var job = await JobAsync(BuildsFixture.Request() with { Category = "Rule", Provider = "CodeBuild", InputArtifacts = new Dictionary<string, ObjectRef>(), OutputArtifacts = [] });

        job.Source.ShouldBe(new JobSource { Kind = JobSourceKind.None });
        job.Buildspec.ShouldBe("version: 0.2\n");
        job.OutputArtifacts.ShouldBe([]);
        job.Output.Bucket.ShouldBe("sluice");
    }

    public void Dispose() => _fixture.Dispose();

    private static Dictionary<string, ObjectRef> Inputs(params string[] names) => names.ToDictionary(name => name, _ => Library);

    private static EnvironmentVariable Variable(string name, string value) => new() { Name = name, Value = value };

    private void PutLibrary(string repository = "", string commit = "") =>
        _fixture.Objects.Put(Library, new ArtifactManifest(repository, commit, new ArtifactZip(Zip, new string('0', 64), 1), new Dictionary<string, ArtifactZip>(), new Dictionary<string, ObjectRef>()));

    private async Task<BuildJob> JobAsync(ActionRequest request)
    {
        await _fixture.Start.RunAsync(request, Cancellation);
        _fixture.Machines.Completed.ShouldBeEmpty();
        return await _fixture.Get<BuildJobs>().OfAsync(await _fixture.Store.GetAsync(BuildsFixture.BuildId, Cancellation), Cancellation);
    }
}
