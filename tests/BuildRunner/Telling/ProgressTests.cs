using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Sluice.BuildContract;
using Sluice.BuildContract.Progress;
using Sluice.BuildRunner.Telling;
using Sluice.Platform.Json;

namespace Sluice.BuildRunner.Tests.Telling;

/// <summary>How the service hears how far a build is.</summary>
public sealed class ProgressTests
{
    private static readonly PhaseRecord Install = PhaseRecord.Between(PhaseType.Install, BuildStatus.Succeeded, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);
    private readonly SteppedTime _time = new();
    private readonly Service _service = new();
    private bool _isStopped;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_change_is_told_and_the_end_once_more()
    {
        await using (var teller = Teller())
        {
            teller.Begins(PhaseType.Install);
            (await _service.HeardAsync(progress => progress.CurrentPhase == PhaseType.Install)).Phases.ShouldBeEmpty();
            teller.Resolved("c0ffee");
            teller.Ended(Install);
            (await _service.HeardAsync(progress => progress.Phases.Count == 1)).ResolvedSourceVersion.ShouldBe("c0ffee");
            teller.Begins(PhaseType.Completed);
        }

        _service.Last!.CurrentPhase.ShouldBe(PhaseType.Completed);
        _service.Last.ProgressSecret.ShouldBe("secret");
    }

    [Fact]
    public async Task A_sign_of_life_comes_though_nothing_changes()
    {
        await using var teller = Teller();
        teller.Begins(PhaseType.Build);
        await _service.HeardAsync(_ => true);

        await AdvanceUntilAsync(_service.HeardAsync(_ => true).AsTask());
    }

    [Fact]
    public async Task What_could_not_be_told_is_told_again()
    {
        _service.Failures = 2;
        await using var teller = Teller();
        teller.Begins(PhaseType.Build);

        await AdvanceUntilAsync(_service.HeardAsync(progress => progress.CurrentPhase == PhaseType.Build).AsTask());
    }

    [Fact]
    public async Task The_service_can_stop_the_build()
    {
        _service.Answer = new ProgressAnswer(Stop: true);
        await using (var teller = Teller())
        {
            teller.Begins(PhaseType.Build);
            await _service.HeardAsync(_ => true);
        }

        _isStopped.ShouldBeTrue();
    }

    [Fact]
    public async Task A_request_is_the_protocols_and_whatever_comes_back_harms_nobody()
    {
        var (seen, answers) = (new List<string>(), new Queue<(int Status, string Body)>([(200, "{\"stop\":true}"), (200, ""), (200, "<html>"), (500, "")]));
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            seen.Add($"{context.Request.Headers["X-Amz-Target"]} {context.Request.ContentType}");
            JsonSerializer.Deserialize<BuildProgress>(await LoopbackServer.BodyAsync(context.Request), SluiceJson.Options)!.Id.ShouldBe("p:1");
            var (status, body) = answers.Dequeue();
            context.Response.StatusCode = status;
            await context.Response.WriteAsync(body);
        });
        using var http = new HttpClient();
        var service = new HttpProgressService(new ServiceCalls(http, server.Url));
        var progress = new BuildProgress("p:1", "secret", [Install], PhaseType.Build, null);

        (await service.TellAsync(progress, Cancellation)).Stop.ShouldBeTrue();
        (await service.TellAsync(progress, Cancellation)).Stop.ShouldBeFalse();
        await Should.ThrowAsync<HttpRequestException>(() => service.TellAsync(progress, Cancellation));
        await Should.ThrowAsync<HttpRequestException>(() => service.TellAsync(progress, Cancellation));
        seen.ShouldAllBe(request => request == "CodeBuild_20161006.ReportBuildProgress application/x-amz-json-1.1");
    }

    [Fact]
    public void Its_secret_is_not_shown() => new BuildProgress("p:1", "s3cr3t", [], null, null).ToString().ShouldNotContain("s3cr3t");

    private ProgressTeller Teller() => new(_service, "p:1", "secret", _time, () => _isStopped = true);

    // How often the teller waits before, for what came in between, cannot be known.
    private async Task AdvanceUntilAsync(Task heard)
    {
        while (!heard.IsCompleted)
        {
            await Task.WhenAny(heard, _time.EndWaitAsync(Cancellation));
        }

        await heard;
    }

    private sealed class Service : IProgressService
    {
        private readonly Channel<BuildProgress> _heard = Channel.CreateUnbounded<BuildProgress>();

        public int Failures { get; set; }

        public ProgressAnswer Answer { get; set; } = new();

        public BuildProgress? Last { get; private set; }

        public Task<ProgressAnswer> TellAsync(BuildProgress progress, CancellationToken cancellationToken)
        {
            if (Failures-- > 0)
            {
                throw new HttpRequestException("nobody is there", null, HttpStatusCode.BadGateway);
            }

            Last = progress;
            _heard.Writer.TryWrite(progress);
            return Task.FromResult(Answer);
        }

        public async ValueTask<BuildProgress> HeardAsync(Predicate<BuildProgress> wanted)
        {
            while (await _heard.Reader.ReadAsync(Cancellation) is var heard)
            {
                if (wanted(heard))
                {
                    return heard;
                }
            }

            throw new InvalidOperationException();
        }
    }
}
