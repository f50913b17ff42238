using System.Net;
using Microsoft.AspNetCore.Http;
using Sluice.Local.Cloud.Functions.Runtime;
using Sluice.Local.Cloud.LoadBalancers.Proxying;
using Sluice.Local.Guarding;
using Sluice.Local.Tests.Guarding;

namespace Sluice.Local.Tests.Cloud.LoadBalancers.Proxying;

public sealed class ListenerServerTests : IDisposable
{
    private readonly HeardFaults _faults = new();
    private readonly HttpClient _http = new();

    private Unattended Guard => new(_faults, TimeProvider.System);

    [Fact]
    public async Task A_request_whose_handling_fails_is_answered_and_told_and_the_next_one_is_served()
    {
        await using var server = await ListenerServer.StartAsync(0, AnswerAsync, TimeProvider.System, Guard);

        (await StatusAsync($"127.0.0.1:{server.Port}", "broken")).ShouldBe(HttpStatusCode.InternalServerError);
        (await StatusAsync($"127.0.0.1:{server.Port}", "well")).ShouldBe(HttpStatusCode.OK);
        _faults.Texts.ShouldBe(["A request to a listener failed: broken. The rest goes on."]);
    }

    [Fact]
    public async Task The_same_holds_for_a_process_own_port()
    {
        await using var server = await RuntimeListener.StartAsync(AnswerAsync, Guard);

        (await StatusAsync(server.Address, "broken")).ShouldBe(HttpStatusCode.InternalServerError);
        (await StatusAsync(server.Address, "well")).ShouldBe(HttpStatusCode.OK);
        _faults.Texts.ShouldBe(["A request to the Runtime API failed: broken. The rest goes on."]);
    }

    [Fact]
    public async Task An_answer_that_fails_half_said_is_hung_up_on()
    {
        await using var server = await ListenerServer.StartAsync(0, HalfAsync, TimeProvider.System, Guard);

        await Should.ThrowAsync<HttpRequestException>(() => _http.GetStringAsync(new Uri($"http://127.0.0.1:{server.Port}/")));
        _faults.Texts.ShouldHaveSingleItem();
    }

    public void Dispose() => _http.Dispose();

    private static Task AnswerAsync(HttpContext http) =>
        http.Request.Path == "/broken" ? throw new InvalidOperationException("broken") : http.Response.WriteAsync("well");

    private static async Task HalfAsync(HttpContext http)
    {
        http.Response.ContentLength = 100;
        await http.Response.WriteAsync("half");
        throw new InvalidOperationException("broken");
    }

    private async Task<HttpStatusCode> StatusAsync(string address, string path)
    {
        using var answer = await _http.GetAsync(new Uri($"http://{address}/{path}"));
        return answer.StatusCode;
    }
}
