using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using NSubstitute;
using Sluice.Local.StateMachines.Journaling;
using Sluice.Local.StateMachines.Running;

namespace Sluice.Local.Tests.StateMachines;

public sealed class EngineTests
{
    private readonly Bench bench = new();

    [Fact]
    public void A_choice_and_a_pass_have_the_events_of_the_original()
    {
        var execution = bench.Run(
            """
            {"StartAt": "Which", "States": {
              "Which": {"Type": "Choice", "Choices": [{"Variable": "$.n", "NumericGreaterThan": 3, "Next": "Big"}], "Default": "Small"},
              "Big": {"Type": "Pass", "Result": "big", "End": true},
              "Small": {"Type": "Pass", "Result": "small", "End": true}}}
            """,
            """{"n": 5}""");

        execution.Result!.OutputJson.ShouldBe("\"big\"");
        execution.Path.ShouldBe(["Which", "Big"]);
        execution.Transitions.ShouldBe(2);
        Bench.Events(execution).ShouldBe(
            ["ExecutionStarted", "ChoiceStateEntered", "ChoiceStateExited", "PassStateEntered", "PassStateExited", "ExecutionSucceeded"]);
        execution.History.Select(happened => happened.PreviousEventId).ShouldBe([0, 0, 2, 3, 4, 5]);
    }

    [Fact]
    public void A_task_calls_its_service_with_its_parameters_and_places_the_result()
    {
        bench.Services.On("S", call => new JsonObject { ["Payload"] = new JsonObject { ["sum"] = (int)call.Parameters!["Payload"]!["a"]! + 1 } });

        bench.Output(
            """
            "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
            "Parameters": {"FunctionName": "f", "Payload.$": "$.in"}, "ResultSelector": {"total.$": "$.Payload.sum"}, "ResultPath": "$.out"
            """,
            """{"in": {"a": 2}}""").ShouldBe("""{"in":{"a":2},"out":{"total":3}}""");
    }

    [Fact]
    public void A_wait_takes_its_time()
    {
        var before = bench.Time.GetUtcNow();

        var execution = bench.Run(Bench.One(""" "Type": "Wait", "Seconds": 300, "End": true """), """{"kept": 1}""");

        execution.Result!.OutputJson.ShouldBe("""{"kept":1}""");
        (bench.Time.GetUtcNow() - before).ShouldBe(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public void A_parallel_gives_the_outputs_of_its_branches_in_their_order()
    {
        bench.Output(
            """
            "Type": "Parallel", "End": true, "Branches": [
              {"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": 5, "Next": "A2"}, "A2": {"Type": "Pass", "Result": "a", "End": true}}},
              {"StartAt": "B", "States": {"B": {"Type": "Pass", "Result": "b", "End": true}}}]
            """).ShouldBe("""["a","b"]""");
    }

    [Fact]
    public void A_map_runs_its_processor_for_each_item()
    {
        bench.Output(
            """
            "Type": "Map", "End": true, "ItemsPath": "$.items", "ItemSelector": {"i.$": "$$.Map.Item.Index", "v.$": "$$.Map.Item.Value", "k.$": "$.k"},
            "MaxConcurrency": 2, "ItemProcessor": {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}
            """,
            """{"items": [10, 20, 30], "k": "x"}""")
            .ShouldBe("""[{"i":0,"v":10,"k":"x"},{"i":1,"v":20,"k":"x"},{"i":2,"v":30,"k":"x"}]""");
    }

    [Fact]
    public void A_failed_task_is_retried_and_then_caught()
    {
        bench.Services.Fails("T", "Broken");

        var execution = bench.Run(
            """
            {"StartAt": "T", "States": {
              "T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {}, "End": true,
                "Retry": [{"ErrorEquals": ["Broken"], "IntervalSeconds": 2, "MaxAttempts": 2, "BackoffRate": 3}],
                "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Caught"}]},
              "Caught": {"Type": "Succeed"}}}
            """,
            """{"a": 1}""");

        execution.Result!.OutputJson.ShouldBe("""{"a":1,"error":{"Error":"Broken","Cause":"as the test wants"}}""");
        (execution.StopTime - execution.StartTime).ShouldBe(TimeSpan.FromSeconds(2 + 6));
        execution.Transitions.ShouldBe(4);
        bench.Services.Calls.Count.ShouldBe(3);
    }

    [Fact]
    public void A_status_that_the_disk_did_not_take_is_told_again_and_the_execution_goes_on()
    {
        var (told, unrecorded) = (new List<ExecutionStatus>(), 0);
        bench.Engine.Unrecorded = _ => unrecorded++;
        bench.Engine.StatusChanged += change =>
        {
            if (unrecorded < 3)
            {
                throw new SqliteException("database or disk is full", 13);
            }

            told.Add(change.Status);
        };

        bench.Result(Bench.One(""" "Type": "Pass", "End": true """)).Status.ShouldBe(ExecutionStatus.Succeeded);

        told.ShouldBe([ExecutionStatus.Running, ExecutionStatus.Succeeded]);
        unrecorded.ShouldBe(3);
    }

    [Fact]
    public void An_answer_that_could_not_be_recorded_is_refused_and_taken_when_it_comes_again()
    {
        var full = true;
        var journal = Substitute.For<IExecutionJournal>();
        var inner = new InMemoryExecutionJournal();
        journal.TryBegin(Arg.Any<ExecutionStart>()).Returns(call => inner.TryBegin(call.Arg<ExecutionStart>()));
        journal.Read(Arg.Any<string>()).Returns(call => inner.Read(call.Arg<string>()));
        journal.When(it => it.Append(Arg.Any<string>(), Arg.Any<JournalEntry>())).Do(call =>
        {
            if (full && call.Arg<JournalEntry>().Kind == JournalEntryKind.TaskSucceeded)
            {
                throw new SqliteException("database or disk is full", 13);
            }

            inner.Append(call.Arg<string>(), call.Arg<JournalEntry>());
        });
        var token = "";
        var own = new Bench(journal, new ScriptedServices().On("S", call => token = (string)call.Parameters!["token"]!));
        own.Time.Run(async () =>
        {
            var execution = own.Start(Bench.Task("arn:aws:states:::lambda:invoke.waitForTaskToken", """ "Parameters": {"token.$": "$$.Task.Token"} """));
            await Task.Delay(TimeSpan.FromSeconds(1), own.Time);
            Should.Throw<SqliteException>(() => own.Engine.SucceedTask(token, "done"));
            full = false;
            own.Engine.SucceedTask(token, "done").ShouldBeTrue();
            (await execution.Completion).OutputJson.ShouldBe("\"done\"");
        });
    }

    [Fact]
    public void A_token_that_is_completed_while_the_call_runs_completes_the_task()
    {
        bench.Services.On("S", call =>
        {
            bench.Engine.SucceedTask((string)call.Parameters!["token"]!, new JsonObject { ["done"] = true }).ShouldBeTrue();
            return new JsonObject { ["discarded"] = true };
        });

        bench.Output(
            """
            "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken", "End": true, "Parameters": {"token.$": "$$.Task.Token"}
            """).ShouldBe("""{"done":true}""");
    }
}
