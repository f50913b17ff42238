using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Sluice.Local.Host.Http;
using Sluice.Platform.Ids;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Tests.Host.Http;

/// <summary>How requests for other services of AWS are brought to those that this machine stands in for.</summary>
public sealed class EmulatedServicesTests : IDisposable
{
    private readonly Signers _signers = new();
    private readonly FakeService _monitoring = new("monitoring", "cloudwatch");
    private readonly FakeService _ecs = new("ecs", "ecs");
    private readonly EmulatedServices _services;

    public EmulatedServicesTests() =>
        _services = new EmulatedServices([_monitoring, _ecs], _signers.Authentication, new RandomIds(), NullLogger<EmulatedServices>.Instance);

    [Fact]
    public async Task A_signed_request_goes_to_the_service_that_it_is_signed_for()
    {
        var request = await _signers.SignedAsync("admin", "monitoring", "/ecs/PutMetricAlarm");
        _services.Find(request).ShouldBe(_monitoring);
        (await AnswerAsync(request)).ShouldBe("PutMetricAlarm by admin");
    }

    [Fact]
    public async Task What_is_signed_for_no_emulated_service_is_not_theirs() => _services.Find(await _signers.SignedAsync("admin", "codedeploy", "/")).ShouldBeNull();

    [Fact]
    public async Task An_unsigned_request_is_refused_in_the_form_of_the_service_that_it_looks_for()
    {
        var request = new ApiRequest("POST", "/ecs/CreateCluster", "", [], default);
        _services.Find(request).ShouldBe(_ecs);
        (await AnswerAsync(request)).ShouldStartWith("MissingAuthenticationTokenException");
    }

    [Fact]
    public async Task Rights_are_called_by_the_services_own_name() =>
        (await AnswerAsync(await _signers.SignedAsync("reader", "monitoring", "/PutMetricAlarm"))).ShouldContain("not authorized to perform: cloudwatch:PutMetricAlarm");

    [Fact]
    public async Task A_body_over_the_services_limit_is_refused() =>
        (await AnswerAsync(await _signers.SignedAsync("admin", "ecs", "/CreateCluster", new string('x', ApiRequest.LargestBody + 1)))).ShouldBe($"RequestEntityTooLargeException: Request must be smaller than {ApiRequest.LargestBody} bytes for the CreateCluster operation");

    [Fact]
    public async Task A_body_of_which_only_so_much_was_read_is_too_large_and_not_wrongly_signed()
    {
        var whole = await _signers.SignedAsync("admin", "ecs", "/CreateCluster", new string('x', ApiRequest.LargestBody + 9));

        (await AnswerAsync(whole with { Body = whole.Body[..(ApiRequest.LargestBody + 1)] })).ShouldStartWith("RequestEntityTooLargeException");
    }

    [Fact]
    public async Task A_refusal_of_the_service_is_its_own_and_a_fault_tells_nothing()
    {
        _ecs.Failure = new ApiException("ClusterNotFoundException", "none");
        (await AnswerAsync(await _signers.SignedAsync("admin", "ecs", "/CreateService"))).ShouldBe("ClusterNotFoundException: none");
        _ecs.Failure = new InvalidOperationException("the secret is 42");
        var fault = await AnswerAsync(await _signers.SignedAsync("admin", "ecs", "/CreateService"));
        fault.ShouldStartWith("InternalFailure");
        fault.ShouldNotContain("secret");
    }

    public void Dispose() => _signers.Dispose();

    private async Task<string> AnswerAsync(ApiRequest request) =>
        Encoding.UTF8.GetString((await _services.AnswerAsync(_services.Find(request)!, request, TestContext.Current.CancellationToken)).Body.Span);
}
