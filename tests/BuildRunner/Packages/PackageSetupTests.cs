using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;

namespace Sluice.BuildRunner.Tests.Packages;

/// <summary>Builds whose clients are set up for a repository of packages; the service is played, the clients are real.</summary>
public sealed class PackageSetupTests : IDisposable
{
    private const string Npm = "http://127.0.0.1:4566/artifacts/sluice/npm/builds/";
    private readonly BuildFixture _fixture = new();

    public PackageSetupTests() => _fixture.Packages = new PlayedPackages();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task A_build_has_them_without_a_line_of_set_up()
    {
        _fixture.Packages = new PlayedPackages(outside: ["npm", "pypi"]);

        await BuildAsync("npm config get registry", "dotnet nuget list source", "echo $PIP_INDEX_URL", "echo $TWINE_USERNAME at $TWINE_REPOSITORY_URL", "echo $CODEARTIFACT_DOMAIN/$CODEARTIFACT_REPOSITORY");

        _fixture.Log.ShouldContain("[DOWNLOAD_SOURCE] Packages come from and go to the repository sluice/builds\n");
        _fixture.Log.ShouldContain($"\n{Npm}\n");
        _fixture.Log.ShouldContain("sluice/builds [Enabled]\n      http://127.0.0.1:4566/artifacts/sluice/nuget/builds/v3/index.json\n");
        _fixture.Log.ShouldContain("\nhttp://aws:***@127.0.0.1:4566/artifacts/sluice/pypi/builds/simple/\n");
        _fixture.Log.ShouldContain("\naws at http://127.0.0.1:4566/artifacts/sluice/pypi/builds/\n");
        _fixture.Log.ShouldContain("\nsluice/builds\n");
    }

    [Fact]
    public async Task The_token_is_in_no_log_and_in_no_file_of_others()
    {
        await BuildAsync("echo $CODEARTIFACT_AUTH_TOKEN; cat $npm_config_userconfig; stat -c %a $npm_config_userconfig $NUGET_COMMON_APPLICATION_DATA/NuGet/Config/sluice.config $MAVEN_SETTINGS");

        _fixture.Log.ShouldNotContain(PlayedPackages.Token);
        _fixture.Log.ShouldContain($"{Npm["http:".Length..]}:_authToken=***\n");
        _fixture.Log.ShouldContain("\n600\n600\n600\n");
    }

    [Fact]
    public async Task Clients_of_one_registry_keep_theirs_where_the_repository_has_nothing_from_outside()
    {
        _fixture.Machine["npm_config_userconfig"] = _fixture.Repository.Write("machine.npmrc", "registry=https://mirror.example.com/\nfund=false\n");

        await BuildAsync("npm config get registry; npm config get fund", "echo pip:$PIP_INDEX_URL:");

        _fixture.Log.ShouldContain("\nhttps://mirror.example.com/\nfalse\n");
        _fixture.Log.ShouldContain($"\npip:{_fixture.Machine.GetValueOrDefault("PIP_INDEX_URL")}:\n");
    }

    [Fact]
    public async Task What_the_machines_user_said_stays_and_what_the_project_says_goes_before()
    {
        _fixture.Packages = new PlayedPackages(outside: ["npm"]);
        _fixture.Machine["npm_config_userconfig"] = _fixture.Repository.Write("machine.npmrc", "registry=https://mirror.example.com/\nfund=false\n");

        await BuildAsync("npm config get registry; npm config get fund", "echo registry=https://project.example.com/ > .npmrc", "npm config get registry");

        _fixture.Log.ShouldContain($"\n{Npm}\nfalse\n");
        _fixture.Log.ShouldContain("\nhttps://project.example.com/\n");
    }

    [Fact]
    public async Task A_variable_of_the_builds_own_goes_before()
    {
        _fixture.Environment.Add(new JobVariable("TWINE_REPOSITORY_URL", "https://pypi.example.com/"));

        await BuildAsync("echo to $TWINE_REPOSITORY_URL");

        _fixture.Log.ShouldContain("\nto https://pypi.example.com/\n");
    }

    [Fact]
    public async Task A_build_can_name_another_repository()
    {
        _fixture.Packages = new PlayedPackages("my-org", "main");
        _fixture.Environment.Add(new JobVariable("SLUICE_PACKAGES", "my-org/main"));

        await BuildAsync("echo $CODEARTIFACT_NPM_URL");

        _fixture.Log.ShouldContain("\nhttp://127.0.0.1:4566/artifacts/my-org/npm/main/\n");
    }

    [Theory]
    [InlineData("my-org/main", "SLUICE_PACKAGES names the repository my-org/main, which is not there.")]
    [InlineData("my-org", "SLUICE_PACKAGES is 'my-org'; expected DOMAIN/REPOSITORY, or none.")]
    [InlineData("a/b/c", "expected DOMAIN/REPOSITORY, or none.")]
    [InlineData("a/../b", "expected DOMAIN/REPOSITORY, or none.")]
    [InlineData("a b/c", "expected DOMAIN/REPOSITORY, or none.")]
    public async Task What_it_names_must_be_there(string named, string message)
    {
        _fixture.Environment.Add(new JobVariable("SLUICE_PACKAGES", named));

        var result = await _fixture.BuildAsync(Buildspec("echo built"), TestContext.Current.CancellationToken);

        BuildFixture.Phases(result).ShouldStartWith("DOWNLOAD_SOURCE!FAILED");
        result.Message.ShouldNotBeNull().ShouldContain(message);
    }

    [Theory]
    [InlineData("2026-01-31T12:00:00Z")]
    [InlineData("2026-01-31 12:00")]
    [InlineData("2026-01-31T14:00:00+02:00")]
    public async Task A_build_can_be_pinned_to_a_time(string time)
    {
        var packages = new PlayedPackages();
        _fixture.Packages = packages;
        _fixture.Environment.Add(new JobVariable("SLUICE_PACKAGES_AS_OF", time));

        await BuildAsync("echo built");

        packages.AsOf.ShouldBe(new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero));
        _fixture.Log.ShouldContain("the repository sluice/builds, as of 2026-01-31T12:00:00Z\n");
    }

    [Fact]
    public async Task A_time_that_is_none_is_refused()
    {
        _fixture.Environment.Add(new JobVariable("SLUICE_PACKAGES_AS_OF", "last year"));

        (await _fixture.BuildAsync(Buildspec("echo built"), TestContext.Current.CancellationToken)).Message.ShouldNotBeNull().ShouldContain("SLUICE_PACKAGES_AS_OF is 'last year'; expected a time such as");
    }

    [Fact]
    public async Task A_build_can_do_without()
    {
        var packages = new PlayedPackages();
        _fixture.Packages = packages;
        _fixture.Environment.Add(new JobVariable("SLUICE_PACKAGES", "none"));

        await BuildAsync("echo token:$CODEARTIFACT_AUTH_TOKEN:");

        _fixture.Log.ShouldContain("\ntoken::\n");
        packages.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task A_repository_that_is_not_there_is_missed_by_no_build_that_names_none()
    {
        _fixture.Packages = new PlayedPackages("my-org", "main");

        await BuildAsync("echo token:$CODEARTIFACT_AUTH_TOKEN:");

        _fixture.Log.ShouldContain("\ntoken::\n");
    }

    private async Task BuildAsync(params IEnumerable<string> commands) => (await _fixture.BuildAsync(Buildspec([.. commands]))).Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);

    private static string Buildspec(params string[] commands) =>
        $"version: 0.2\nphases:\n  build:\n    commands:\n{string.Concat(commands.Select(command => $"      - '{command}'\n"))}artifacts: {{files: [buildspec.yml]}}";
}
