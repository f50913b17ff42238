using System.Net;
using Sluice.Local.Cloud.LoadBalancers.Proxying;
using Sluice.Local.Cloud.LoadBalancers.Storage;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Tests.Cloud.LoadBalancers;

public sealed class WeightedTrafficTests
{
    [Fact]
    public async Task Requests_are_spread_by_weight_and_a_change_holds_from_the_next_request_on()
    {
        await using var blue = await TestTarget.StartAsync("blue");
        await using var green = await TestTarget.StartAsync("green");
        await using var balanced = await Balanced.StartAsync();
        var (one, two) = (await balanced.GroupAsync("one", blue), await balanced.GroupAsync("two", green));
        await balanced.ListenAsync((one, 1), (two, 0));

        (await AnswersAsync(balanced, 20)).ShouldAllBe(answer => answer == "blue");
        await balanced.WeighAsync((one, 90), (two, 10));
        (await AnswersAsync(balanced, 200)).Count(answer => answer == "green").ShouldBeInRange(18, 22);
        await balanced.WeighAsync((one, 0), (two, 1));
        (await AnswersAsync(balanced, 20)).ShouldAllBe(answer => answer == "green");
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    [InlineData(999, 1)]
    [InlineData(50, 50)]
    public void Shares_are_right_to_a_few_requests(int first, int second)
    {
        var groups = new[] { new WeightedGroup("a", first), new WeightedGroup("b", second) };
        var sequence = new Sluice.Local.Cloud.EvenSequence();

        var toFirst = Enumerable.Range(0, 1000).Count(_ => WeightedForward.At(groups, sequence.Next()) == "a");

        toFirst.ShouldBeInRange((1000 * first / (first + second)) - 3, (1000 * first / (first + second)) + 3);
    }

    [Fact]
    public async Task Weights_that_are_all_0_and_a_group_without_targets_are_503()
    {
        await using var blue = await TestTarget.StartAsync();
        await using var balanced = await Balanced.StartAsync();
        var (one, empty) = (await balanced.GroupAsync("one", blue), await balanced.GroupAsync("empty"));
        await balanced.ListenAsync((one, 0));

        (await StatusAsync(balanced)).ShouldBe(HttpStatusCode.ServiceUnavailable);
        await balanced.WeighAsync((empty, 1));
        (await StatusAsync(balanced)).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await balanced.MetricAsync("HTTPCode_ELB_503_Count", atLeast: 2)).ShouldBe(2);
    }

    [Fact]
    public async Task Requests_are_counted_by_target_group_and_by_load_balancer_and_alarms_can_watch_them()
    {
        await using var blue = await TestTarget.StartAsync();
        blue.Answer = http =>
        {
            http.Response.StatusCode = http.Request.Path == "/fail" ? 500 : 200;
            return Task.CompletedTask;
        };
        await using var balanced = await Balanced.StartAsync();
        var one = await balanced.GroupAsync("one", blue);
        await balanced.ListenAsync((one, 1));

        await StatusAsync(balanced);
        await StatusAsync(balanced);
        await StatusAsync(balanced, "fail");

        (await balanced.MetricAsync("RequestCount", atLeast: 3, one)).ShouldBe(3);
        (await balanced.MetricAsync("RequestCount", atLeast: 3)).ShouldBe(3);
        (await balanced.MetricAsync("HTTPCode_Target_2XX_Count", atLeast: 2, one)).ShouldBe(2);
        (await balanced.MetricAsync("HTTPCode_Target_5XX_Count", atLeast: 1, one)).ShouldBe(1);
        (await balanced.MetricAsync("TargetResponseTime", atLeast: 3, one, "SampleCount")).ShouldBe(3);
        (await balanced.MetricAsync("HealthyHostCount", atLeast: 1, one, "Maximum")).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_listener_keeps_its_port_and_its_weights_when_the_suite_starts_again()
    {
        await using var blue = await TestTarget.StartAsync("blue");
        await using var green = await TestTarget.StartAsync("green");
        await using var balanced = await Balanced.StartAsync();
        var (one, two) = (await balanced.GroupAsync("one", blue), await balanced.GroupAsync("two", green));
        await balanced.ListenAsync((one, 0), (two, 3));
        await balanced.Cloud.Services.DisposeAsync();

        await balanced.Cloud.StartAsync();

        (await balanced.GetAsync()).ShouldBe("green");
        var shown = await balanced.CallAsync("describeListeners", new { ListenerArns = new[] { balanced.Listener } });
        ((int)shown["Listeners"]![0]!["DefaultActions"]![0]!["ForwardConfig"]!["TargetGroups"]![1]!["Weight"]!).ShouldBe(3);
    }

    [Fact]
    public async Task A_port_that_another_program_has_is_an_error_that_names_it()
    {
        await using var other = await TestTarget.StartAsync();
        await using var balanced = await Balanced.StartAsync();
        var one = await balanced.GroupAsync("one");

        var refusal = await Should.ThrowAsync<TaskFailedException>(() => balanced.CallAsync(
            "createListener", new { LoadBalancerArn = balanced.LoadBalancer, Protocol = "HTTP", other.Port, DefaultActions = new[] { new { Type = "forward", TargetGroupArn = one } } }));

        refusal.Error.ShouldBe("ElasticLoadBalancingV2.InvalidConfigurationRequestException");
        refusal.Cause.ShouldContain($"The port {other.Port}");
    }

    private static async Task<List<string>> AnswersAsync(Balanced balanced, int count)
    {
        var answers = new List<string>();
        for (var i = 0; i < count; i++)
        {
            answers.Add(await balanced.GetAsync());
        }

        return answers;
    }

    private static async Task<HttpStatusCode> StatusAsync(Balanced balanced, string path = "")
    {
        using var response = await balanced.Http.GetAsync(new Uri(balanced.Url, path), TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
