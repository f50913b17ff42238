using System.Text.Json.Nodes;
using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Platforms.Ecs;

namespace Sluice.Deployments.Tests.Platforms.Ecs;

public sealed class ForwardActionTests
{
    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(0.1, 999, 1)]
    [InlineData(33.3, 667, 333)]
    [InlineData(99.9, 1, 999)]
    public void Writes_tenths_of_a_percent_as_weights_and_reads_them_back(double percent, int main, int other)
    {
        var actions = FakeLoadBalancer.Forward(("blue", 1));
        var traffic = TrafficSplit.Split("blue", "green", (decimal)percent);

        var written = ForwardAction.Write(actions, traffic);

        ((JsonArray)written[0]!["ForwardConfig"]!["TargetGroups"]!).Select(group => (int)group!["Weight"]!).ShouldBe([main, other]);
        ForwardAction.Read(written, "blue").ShouldBe(traffic);
        ForwardAction.IsSameRest(written, actions).ShouldBeTrue("nothing else is changed");
    }

    [Theory]
    [InlineData("[]", "has 0 default actions; expected one that forwards")]
    [InlineData("[{'Type':'forward'},{'Type':'forward'}]", "has 2 default actions; expected one that forwards")]
    [InlineData("[{'Type':'redirect'}]", "has the default action 'redirect'; expected 'forward'")]
    [InlineData("[{'Type':'forward','ForwardConfig':{'TargetGroups':[]}}]", "forwards to no target group")]
    public void What_a_deployment_cannot_divide_is_told(string actions, string fault)
    {
        var read = (JsonArray)JsonNode.Parse(actions.Replace('\'', '"'))!;

        ForwardAction.Fault(read).ShouldBe(fault);
        ForwardAction.Read(read, null).ShouldBeNull();
    }
}
