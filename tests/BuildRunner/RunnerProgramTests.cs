using System.Collections;
using System.Text;
using System.Text.Json;
using Sluice.BuildContract;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;
using Sluice.Platform.Objects.Files;

namespace Sluice.BuildRunner.Tests;

public sealed class RunnerProgramTests : IDisposable
{
    private readonly GitRepository _repository = new();
    private readonly TemporaryFolder _data = new();
    private readonly StringWriter _log = new();
    private readonly StringWriter _error = new();

    [Theory]
    [InlineData("true", BuildStatus.Succeeded)]
    [InlineData("false", BuildStatus.Failed)]
    public async Task A_build_that_ended_is_exit_0_and_a_result_object(string command, BuildStatus status)
    {
        _repository.Write("buildspec.json", "{\"version\": 0.2, \"phases\": {\"build\": {\"commands\": [\"" + command + "\"]}}}");

        (await RunAsync(_repository.Commit())).ShouldBe(0);

        var stored = Directory.GetFiles(_data.Path, "*result*", SearchOption.AllDirectories).ShouldHaveSingleItem();
        var result = JsonSerializer.Deserialize<BuildResult>(await File.ReadAllTextAsync(stored, TestContext.Current.CancellationToken), SluiceJson.Options)!;
        result.Status.ShouldBe(status);
    }

    [Fact]
    public async Task A_fault_of_the_machine_is_exit_1_and_said_on_standard_error()
    {
        await File.WriteAllTextAsync(Path.Combine(_data.Path, "objects"), "no folder", TestContext.Current.CancellationToken);

        (await RunAsync(_repository.Commit())).ShouldBe(1);

        _error.ToString().ShouldContain("objects");
    }

    [Theory]
    [InlineData("[{\"name\": \"A\"}, \"secret\"]", "InvalidConfigurationException: builds/b1/environment.json is not valid; expected a JSON list of name, value and secret")]
    [InlineData(null, "environment.json")]
    public async Task An_environment_that_was_handed_over_and_cannot_be_read_is_a_fault_that_tells_no_secret(string? stored, string message)
    {
        if (stored is not null)
        {
            var objects = new FileObjectStore(Path.Combine(_data.Path, "objects"));
            await objects.PutAsync(new ObjectRef("artifacts", "builds/b1/environment.json"), new MemoryStream(Encoding.UTF8.GetBytes(stored)), TestContext.Current.CancellationToken);
        }

        (await RunAsync(_repository.Commit(), (RunnerVariables.EnvironmentObject, "environment.json"))).ShouldBe(1);

        _error.ToString().ShouldContain(message);
        _error.ToString().ShouldNotContain("secret\"");
    }

    [Fact]
    public async Task Wrong_variables_are_all_told_and_exit_2()
    {
        (await new RunnerProgram(
            new Dictionary<string, string> { [RunnerVariables.Environment] = "{", [RunnerVariables.Commit] = "main", [RunnerVariables.TimeoutSeconds] = "0" }, _log, _error)
            .RunAsync(_data.Path, TestContext.Current.CancellationToken)).ShouldBe(2);

        foreach (var name in new[] { "BUILD_ID", "REPOSITORY", "COMMIT", "OBJECTS", "OUTPUT_BUCKET", "OUTPUT_PREFIX", "ENVIRONMENT", "TIMEOUT_SECONDS" })
        {
            _error.ToString().ShouldContain("SLUICE_" + name);
        }
    }

    public void Dispose()
    {
        _repository.Dispose();
        _data.Dispose();
        _log.Dispose();
        _error.Dispose();
    }

    private Task<int> RunAsync(string commit, params (string Name, string Value)[] more)
    {
        var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
        variables[RunnerVariables.BuildId] = "shop:b1";
        variables[RunnerVariables.Repository] = _repository.Folder;
        variables[RunnerVariables.Commit] = commit;
        variables[RunnerVariables.Objects] = "file:" + Path.Combine(_data.Path, "objects");
        variables[RunnerVariables.OutputBucket] = "artifacts";
        variables[RunnerVariables.OutputPrefix] = "builds/b1";
        more.ToList().ForEach(variable => variables[variable.Name] = variable.Value);
        return new RunnerProgram(variables, _log, _error).RunAsync(Path.Combine(_data.Path, "work"), TestContext.Current.CancellationToken);
    }
}
