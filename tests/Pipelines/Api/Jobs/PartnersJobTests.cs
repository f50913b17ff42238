using Sluice.Pipelines.Tests.Fakes;
using Sluice.Platform.Actions;

namespace Sluice.Pipelines.Tests.Api.Jobs;

public sealed class PartnersJobTests : IAsyncLifetime, IDisposable
{
    private JobsHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await JobsHost.StartAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public void Dispose() => _host.Dispose();

    private async Task<string> PolledAsync()
    {
        var job = (await _host.CallAsync("PollForThirdPartyJobs", $"'actionTypeId':{{{JobsHost.Partners}}}"))!["jobs"]!.AsArray().Single()!;
        Guid.TryParse((string)job["clientId"]!, out _).ShouldBeTrue();
        return (string)job["jobId"]!;
    }

    [Fact]
    public async Task A_partners_worker_learns_of_a_job_by_its_customers_token()
    {
        await _host.BeginPartnersAsync("a-1");
        var id = await PolledAsync();

        var details = (await _host.CallAsync("GetThirdPartyJobDetails", $"'jobId':'{id}','clientToken':'shared'"))!["jobDetails"]!;
        ((string)(await _host.CallAsync("AcknowledgeThirdPartyJob", $"'jobId':'{id}','nonce':'{details["nonce"]}','clientToken':'shared'"))!["status"]!).ShouldBe("InProgress");
        await _host.CallAsync("PutThirdPartyJobSuccessResult", $"'jobId':'{id}','clientToken':'shared','executionDetails':{{'summary':'fine'}}");

        (_host.Result("a-1").Status, _host.Result("a-1").Message).ShouldBe((ActionStatus.Succeeded, "fine"));
    }

    [Theory]
    [InlineData("GetThirdPartyJobDetails", "")]
    [InlineData("AcknowledgeThirdPartyJob", ",'nonce':'n'")]
    [InlineData("PutThirdPartyJobSuccessResult", "")]
    [InlineData("PutThirdPartyJobFailureResult", ",'failureDetails':{'type':'JobFailed','message':'m'}")]
    public async Task Nobody_without_the_token_has_to_do_with_it(string operation, string more)
    {
        await _host.BeginPartnersAsync("a-1");
        var id = await PolledAsync();

        (await _host.RefusedAsync(operation, $"'jobId':'{id}','clientToken':'guessed'{more}")).Code.ShouldBe("InvalidClientTokenException");
        (await _host.RefusedAsync("GetJobDetails", $"'jobId':'{id}'")).Code.ShouldBe("JobNotFoundException");
        (await _host.RefusedAsync("PutJobSuccessResult", $"'jobId':'{id}'")).Code.ShouldBe("JobNotFoundException");
    }

    [Fact]
    public async Task A_failure_is_the_actions()
    {
        await _host.BeginPartnersAsync("a-1");
        var id = await PolledAsync();
        var nonce = (await _host.CallAsync("GetThirdPartyJobDetails", $"'jobId':'{id}','clientToken':'shared'"))!["jobDetails"]!["nonce"];
        await _host.CallAsync("AcknowledgeThirdPartyJob", $"'jobId':'{id}','nonce':'{nonce}','clientToken':'shared'");

        await _host.CallAsync("PutThirdPartyJobFailureResult", $"'jobId':'{id}','clientToken':'shared','failureDetails':{{'type':'JobFailed','message':'no'}}");

        _host.Result("a-1").Message.ShouldBe("no");
    }

    [Fact]
    public async Task An_action_without_a_token_fails_at_once()
    {
        await _host.BeginAsync("a-1", request => request with { Category = "Test", Owner = "ThirdParty", Provider = "Partner" });

        _host.Result("a-1").Message!.ShouldStartWith("The configuration needs ClientToken");
    }
}
