using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Logging.Abstractions;
using Sluice.Local.Cloud.Functions.Runtime;
using Sluice.Local.Guarding;

namespace Sluice.Local.Tests.Cloud.Functions.Runtime;

public sealed class RuntimeListenerTests
{
    [Fact]
    public async Task A_function_that_writes_a_line_of_its_answer_now_and_then_is_not_cut_off_as_too_slow()
    {
        IHttpMinRequestBodyDataRateFeature? pace = null;
        await using var listener = await RuntimeListener.StartAsync(
            http =>
            {
                pace = http.Features.Get<IHttpMinRequestBodyDataRateFeature>();
                return Task.CompletedTask;
            },
            new Unattended(NullLogger.Instance, TimeProvider.System));
        using var http = new HttpClient();

        using var answer = await http.PostAsync(new Uri($"http://{listener.Address}/"), content: null, TestContext.Current.CancellationToken);

        pace.ShouldNotBeNull().MinDataRate.ShouldBeNull();
    }
}
