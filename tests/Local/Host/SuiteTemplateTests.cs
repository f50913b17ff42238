using Sluice.Local.Host.Templates;

namespace Sluice.Local.Tests.Host;

public sealed class SuiteTemplateTests
{
    private static readonly SuiteTemplate Template = SuiteTemplate.Load(AppContext.BaseDirectory);

    [Fact]
    public void Names_a_machine_for_its_definition() =>
        Template.Machines.Select(machine => machine.Name).ShouldBe(["pipeline", "action", "action-invoke", "build", "build-batch", "deploy-lambda", "deploy-ecs", "notify"], ignoreOrder: true);

    [Fact]
    public void Substitutes_functions_by_their_local_arns() =>
        Template.Machines.Single(machine => machine.Name == "deploy-lambda").Substitutions["NextStepFunctionArn"]
            .ShouldBe("arn:aws:lambda:us-east-1:123456789012:function:NextStepFunction");

    [Fact]
    public void Gives_every_function_an_entry_point() =>
        Template.Functions.ShouldAllBe(function => function.Name == function.Handler + "Function");

    [Fact]
    public void A_function_on_a_condition_is_there_with_its_rules_if_the_condition_holds()
    {
        Template.Where("ExportsTraces").Functions.ShouldContain(function => function.Handler == "ExportTraces");
        Template.Where("ExportsTraces").Rules.Count(rule => rule.Name.StartsWith("ExportTraces", StringComparison.Ordinal)).ShouldBe(3);
        Template.Where().Functions.Select(function => function.Handler).ShouldBe(Template.Functions.Select(function => function.Handler).Where(handler => handler != "ExportTraces"));
        Template.Where().Rules.ShouldAllBe(rule => !rule.Name.StartsWith("ExportTraces", StringComparison.Ordinal));
    }

    [Fact]
    public void Sends_alarms_to_the_watcher()
    {
        var rule = Template.Rules.Single(rule => rule.Name == "WatchAlarmsFunctionAlarmChanged");
        rule.Bus.ShouldBe(TemplateRule.DefaultBus);
        rule.Targets.ShouldBe(["arn:aws:lambda:us-east-1:123456789012:function:WatchAlarmsFunction"]);
    }

    [Fact]
    public void Sends_requests_to_start_from_the_suites_bus_to_the_queue()
    {
        var rule = Template.Rules.Single(rule => rule.Name == "StartRequestedRule");
        rule.Bus.ShouldBe("Bus");
        rule.Targets.ShouldBe(["StartQueue"]);
        Template.Functions.Single(function => function.Handler == "StartExecutions").Queues.ShouldBe(["StartQueue"]);
    }

    [Fact]
    public void Reads_what_the_dead_letters_need() =>
        Template.Queues.Single(queue => queue.Name == "StartQueue")
            .ShouldBe(new TemplateQueue("StartQueue", TimeSpan.FromSeconds(180), 5, "StartDeadLetters"));

    [Fact]
    public void Runs_schedules_as_often_as_the_metadata_says() =>
        Template.Functions.Where(function => function.Every is not null).Select(function => (function.Handler, function.Every))
            .ShouldBe([("PollSources", TimeSpan.FromSeconds(1)), ("SweepDeployments", TimeSpan.FromMinutes(1)), ("SweepPackages", TimeSpan.FromHours(1))], ignoreOrder: true);
}
