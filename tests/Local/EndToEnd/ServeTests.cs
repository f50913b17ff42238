namespace Sluice.Local.Tests.EndToEnd;

public sealed class ServeTests(SamplePackages packages) : IClassFixture<SamplePackages>, IDisposable
{
    private readonly ReleaseRepository _repository = new();

    [Fact]
    public async Task Rolls_out_what_is_committed_and_ends_cleanly()
    {
        _repository.CommitPackage(packages.Good);
        await using (var serve = SluiceProcess.Start("serve", "--data", _repository.Data, "--repository", _repository.Path, "--too-few", "continue", "--too-few-wait", "0s"))
        {
            (await serve.LineAsync("listening on")).ShouldStartWith("listening on http://127.0.0.1:");
            await serve.LineAsync("Succeeded");

            var (exit, _, errors) = await SluiceProcess.RunAsync("serve", "--data", _repository.Data);
            exit.ShouldBe(2);
            errors.ShouldContain($"process {serve.Id}");

            await serve.SignalAsync("TERM");
            (await serve.ExitAsync()).ShouldBe(0, serve.Output + serve.Errors);
        }

        await using var later = SluiceProcess.Start("serve", "--data", _repository.Data);
        await later.LineAsync("listening on");
        _repository.CommitPackage(packages.Better);
        await later.LineAsync("10 %: 0 of the 5 requests that are needed came to version 2; it goes on without knowing, as was chosen");
        await later.LineAsync("Succeeded");
    }

    public void Dispose() => _repository.Dispose();
}
