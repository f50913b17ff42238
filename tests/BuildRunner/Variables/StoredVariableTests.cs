using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;

namespace Sluice.BuildRunner.Tests.Variables;

/// <summary>Variables whose values are in Systems Manager and Secrets Manager.</summary>
public sealed class StoredVariableTests : IDisposable
{
    private const string Arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-AbCdEf";
    private readonly BuildFixture _fixture = new();

    [Fact]
    public async Task Values_reach_the_commands_and_are_masked_and_not_exported()
    {
        _fixture.Values.Parameters["/shop/db"] = "db-password";
        _fixture.Values.Secrets["shop"] = """{"key": "json-value", "port": 5432}""";
        _fixture.Values.Secrets[$"{Arn}/AWSPREVIOUS"] = "previous-value";
        _fixture.Environment.Add(new JobVariable("OF_JOB", "shop:key") { Kind = JobVariableKind.SecretsManager });

        var result = await _fixture.BuildAsync(
            $$$"""
            version: 0.2
            env:
              parameter-store: {DB: /shop/db}
              secrets-manager: {PORT: "shop:port", OLD: "{{{Arn}}}::AWSPREVIOUS", WHOLE: shop}
              exported-variables: [COPY]
            phases: {build: {commands: ['test "$DB/$PORT/$OLD/$OF_JOB" = db-password/5432/previous-value/json-value', 'echo "db $DB $OF_JOB"', 'printf %s $DB | base64', COPY=$DB]}}
            """,
            TestContext.Current.CancellationToken);

        result.Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        _fixture.Log.ShouldContain("\ndb *** ***\n");
        _fixture.Log.ShouldNotContain("db-password");
        _fixture.Log.ShouldNotContain(Convert.ToBase64String("db-password"u8));
        result.ExportedVariables.ShouldBeEmpty();
    }

    [Fact]
    public async Task All_that_cannot_be_read_is_told_at_once_by_name()
    {
        _fixture.Values.Secrets["plain"] = "no json";

        var result = await _fixture.BuildAsync(
            "version: 0.2\nenv:\n  parameter-store: {A: /a, B: /b}\n  secrets-manager: {C: c, D: 'plain:key'}\nphases: {build: {commands: [env]}}", TestContext.Current.CancellationToken);

        BuildFixture.Phases(result).ShouldBe("DOWNLOAD_SOURCE!FAILED FINALIZING COMPLETED");
        result.Phases[0].Contexts[0].StatusCode.ShouldBe("Decrypted Variables Error");
        result.Phases[0].Contexts[0].Message.ShouldBe("""
            These variables cannot be read:
            A: there is no parameter '/a'
            B: there is no parameter '/b'
            C (secret 'c'): ResourceNotFoundException: it is not there
            D: the secret 'plain' is no JSON object with a member 'key'
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Ten_parameters_are_asked_for_at_a_time_and_none_that_the_job_sets_otherwise()
    {
        foreach (var i in Enumerable.Range(0, 23))
        {
            _fixture.Values.Parameters[$"/p{i}"] = $"value-{i}";
        }

        _fixture.Environment.Add(new JobVariable("V0", "given"));
        _fixture.Environment.AddRange(Enumerable.Range(1, 22).Select(i => new JobVariable($"V{i}", $"/p{i}") { Kind = JobVariableKind.ParameterStore }));

        var result = await _fixture.BuildAsync("version: 0.2\nenv: {parameter-store: {V0: /nowhere}}\nphases: {build: {commands: ['test $V0$V22 = givenvalue-22']}}", TestContext.Current.CancellationToken);

        result.Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        _fixture.Values.Asked.ShouldBe([10, 10, 2]);
    }

    [Fact]
    public async Task A_secret_cannot_be_exported()
    {
        var result = await _fixture.BuildAsync("version: 0.2\nenv: {parameter-store: {DB: /db}, exported-variables: [DB]}\nphases: {build: {commands: [id]}}", TestContext.Current.CancellationToken);

        result.Message!.ShouldContain("'DB' is secret and cannot be exported");
    }

    public void Dispose() => _fixture.Dispose();
}
