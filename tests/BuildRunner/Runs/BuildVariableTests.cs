using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;

namespace Sluice.BuildRunner.Tests.Runs;

/// <summary>Where variables come from, and secrets that never show.</summary>
public sealed class BuildVariableTests : IDisposable
{
    private readonly BuildFixture _fixture = new();

    [Fact]
    public async Task Variables_are_literal_and_the_starters_beat_the_buildspecs()
    {
        _fixture.Environment.Add(new JobVariable("WHO", "starter"));

        var result = await _fixture.BuildAsync(
            """
            version: 0.2
            env:
              variables: {WHO: spec, LITERAL: "$PATH:/x"}
              exported-variables: [OUT, UNSET]
            phases:
              build:
                commands:
                  - echo "$WHO $LITERAL $CODEBUILD_INITIATOR $CODEBUILD_BUILD_NUMBER $(basename "$CODEBUILD_SRC_DIR")"
                  - test "$CODEBUILD_RESOLVED_SOURCE_VERSION" = "$(git rev-parse HEAD)"
                  - env | grep -c ^SLUICE_ || true
                  - OUT=$'two\nlines'
            """,
            TestContext.Current.CancellationToken);

        result.Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        result.ExportedVariables.ShouldBe(new Dictionary<string, string> { ["OUT"] = "two\nlines" });

        _fixture.Log.ShouldContain("\nstarter $PATH:/x codepipeline/shop 7 src\n");
        _fixture.Log.ShouldContain("\n0\n");
    }

    [Fact]
    public async Task Secrets_are_masked_in_the_log_and_in_messages()
    {
        _fixture.Environment.Add(new JobVariable("TOKEN", "s3cr3t/value", Secret: true));

        var result = await _fixture.BuildAsync(
            "version: 0.2\nphases: {build: {commands: ['echo $TOKEN', 'printf %s $TOKEN | base64', 'sh -c \"exit 1\" s3cr3t/value']}}", TestContext.Current.CancellationToken);

        _fixture.Log.ShouldContain("***");
        (_fixture.Log + result.Message).ShouldNotContain("s3cr3t/value");
        _fixture.Log.ShouldNotContain(Convert.ToBase64String("s3cr3t/value"u8));
    }

    [Fact]
    public async Task An_exported_variable_that_holds_a_secret_is_left_out_and_that_is_said()
    {
        _fixture.Environment.Add(new JobVariable("TOKEN", "s3cr3t/value", Secret: true));

        var result = await _fixture.BuildAsync(
            "version: 0.2\nenv: {exported-variables: [URL, VERSION]}\nphases: {build: {commands: ['URL=https://x:$TOKEN@host', VERSION=1]}}", TestContext.Current.CancellationToken);

        result.ExportedVariables.ShouldBe(new Dictionary<string, string> { ["VERSION"] = "1" });
        _fixture.Log.ShouldContain("The exported variable URL is left out: its value holds a secret");
    }

    [Fact]
    public async Task A_secret_is_masked_though_the_log_is_cut_within_it()
    {
        _fixture.Environment.Add(new JobVariable("TOKEN", "s3cr3t/value", Secret: true));

        await _fixture.BuildAsync(
            "version: 0.2\nphases: {build: {commands: ['head -c 16378 /dev/zero | tr \"\\0\" x; echo $TOKEN']}}", TestContext.Current.CancellationToken);

        _fixture.Log.ShouldContain("xxx***");
        _fixture.Log.ShouldNotContain("s3cr3t");
        _fixture.Log.ShouldNotContain("/value");
    }

    public void Dispose() => _fixture.Dispose();
}
