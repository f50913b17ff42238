using System.Collections;
using System.Text;
using System.Text.Json;
using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.Platform.Json;

namespace Sluice.BuildRunner.Tests;

public sealed class RunnerProgramTests : IDisposable
{
    private readonly GitRepository _repository = new();
    private readonly TemporaryFolder _data = new();
    private readonly MemoryStream _log = new();
    private readonly StringWriter _error = new();

    [Theory]
    [InlineData("true", BuildStatus.Succeeded)]
    [InlineData("false", BuildStatus.Failed)]
    public async Task A_build_that_ended_is_exit_0_and_a_result_object(string command, BuildStatus status)
    {
        _repository.Write("buildspec.json", "{\"version\": 0.2, \"phases\": {\"build\": {\"commands\": [\"" + command + "\"]}}}");

        (await RunAsync(RunnerJobs.Store(RunnerJobs.Of(_repository.Folder, _repository.Commit()), Objects))).ShouldBe(0);

        Stored().Status.ShouldBe(status);
    }

    [Fact]
    public async Task The_machines_own_keys_to_AWS_do_not_show_though_a_word_for_trying_does()
    {
        const string Commands = "version: 0.2\nenv: {exported-variables: [KEY]}\nphases: {build: {commands: [\"echo id=$AWS_ACCESS_KEY_ID key=$AWS_SECRET_ACCESS_KEY\", 'printf %s $AWS_SECRET_ACCESS_KEY | base64', 'KEY=$AWS_SECRET_ACCESS_KEY']}}";
        const string Key = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
        _repository.Write("buildspec.yml", Commands);
        var job = RunnerJobs.Store(RunnerJobs.Of(_repository.Folder, _repository.Commit()), Objects);

        (await RunAsync([.. job, ("AWS_ACCESS_KEY_ID", "testing"), ("AWS_SECRET_ACCESS_KEY", Key)])).ShouldBe(0);

        var log = Encoding.UTF8.GetString(_log.ToArray());
        log.ShouldContain("id=testing key=***");
        log.ShouldNotContain("wJalr");
        log.ShouldNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(Key))[..30]);
        Stored().ExportedVariables.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_fault_of_the_machine_is_exit_1_and_said_on_standard_error()
    {
        await File.WriteAllTextAsync(Path.Combine(_data.Path, "objects"), "no folder", TestContext.Current.CancellationToken);

        (await RunAsync([(RunnerVariables.Objects, "file:" + Objects), (RunnerVariables.Job, "artifacts/builds/b1/job.json")])).ShouldBe(1);

        _error.ToString().ShouldContain("objects");
    }

    [Theory]
    [InlineData("[{\"token\": \"secret\"}]", "builds/b1/job.json is no job")]
    [InlineData("null", "builds/b1/job.json is null")]
    [InlineData("{\"buildId\": 1}", "builds/b1/job.json has no valid $.buildId")]
    [InlineData(null, "There is no object at s3://artifacts/builds/b1/job.json")]
    public async Task A_job_that_cannot_be_read_is_a_fault_that_tells_no_secret(string? stored, string message)
    {
        (await RunAsync(RunnerJobs.StoreText(stored, Objects))).ShouldBe(1);

        _error.ToString().ShouldContain(message);
        _error.ToString().ShouldNotContain("secret\"");
        Stored().Status.ShouldBe(BuildStatus.Fault);
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_job_is_told_at_once()
    {
        var job = RunnerJobs.Of("", "main") with { BuildId = "b1", TimeoutSeconds = 0, SecondarySources = [new JobSource { Kind = JobSourceKind.S3 }] };

        (await RunAsync(RunnerJobs.Store(job, Objects))).ShouldBe(1);

        foreach (var fault in new[] { "buildId", "timeoutSeconds of 0", "(S3) without an identifier", "kind Git that", "kind S3 that" })
        {
            _error.ToString().ShouldContain(fault);
        }
    }

    [Fact]
    public async Task Wrong_variables_are_all_told_and_exit_2()
    {
        (await new RunnerProgram(new Dictionary<string, string> { [RunnerVariables.Job] = "x", [RunnerVariables.Api] = "nowhere" }, _log, _error)
            .RunAsync(_data.Path, TestContext.Current.CancellationToken)).ShouldBe(2);

        foreach (var name in new[] { RunnerVariables.Objects, RunnerVariables.Job, RunnerVariables.Api })
        {
            _error.ToString().ShouldContain(name);
        }
    }

    public void Dispose()
    {
        _repository.Dispose();
        _data.Dispose();
        _log.Dispose();
        _error.Dispose();
    }

    private string Objects => Path.Combine(_data.Path, "objects");

    private BuildResult Stored()
    {
        var stored = Directory.GetFiles(_data.Path, "*result*", SearchOption.AllDirectories).ShouldHaveSingleItem();
        return JsonSerializer.Deserialize<BuildResult>(File.ReadAllText(stored), SluiceJson.Options)!;
    }

    private Task<int> RunAsync(IReadOnlyList<(string Name, string Value)> more)
    {
        var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
        more.ToList().ForEach(variable => variables[variable.Name] = variable.Value);
        return new RunnerProgram(variables, _log, _error).RunAsync(Path.Combine(_data.Path, "work"), TestContext.Current.CancellationToken);
    }
}
