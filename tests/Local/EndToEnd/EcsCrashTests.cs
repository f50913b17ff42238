namespace Sluice.Local.Tests.EndToEnd;

/// <summary>kill -9 of the process after each kind of call that a deployment to ECS makes, with real tasks behind a real listener.</summary>
public sealed class EcsCrashTests
{
    /// <summary>ToInstall the replacement is healthy.</summary>
    private static readonly string[] ToInstall =
    [
        "ClaimTarget", "ReadService", "ReadTargetGroups", "ReadTraffic", "PlanReplacement", "ReadAlarms", "CheckTraffic", "NextStep",
        "SetWeight 1/0", "ReadBack", "Bake", "CreateTaskSet", "ReadTaskSets", "ReadHealth",
    ];

    [Fact]
    public async Task Killed_after_any_call_a_deployment_to_ecs_moves_the_traffic_and_leaves_one_task_set()
    {
        using var shop = await EcsShop.MakeAsync("one", "two");
        (await EndsAsync(shop, 1, "shop:1")).ShouldBe("Succeeded Succeeded");
        (await shop.StateAsync()).ShouldBe("blue 0, green 1; PRIMARY shop:1 in green");

        var (end, calls) = await KilledAtEachCallAsync(shop, 2, "shop:2", "succeeded");
        end.ShouldBe("Succeeded Succeeded", string.Join(' ', calls));
        (await shop.StateAsync()).ShouldBe("blue 1, green 0; PRIMARY shop:2 in blue");
        (await shop.ProcessesAsync()).ShouldBeEmpty();
        calls.ShouldBe([.. ToInstall, "SetWeight 900/100", "SetWeight 500/500", "SetPrimary", "ScaleDown", "DeleteTaskSet"]);
    }

    [Fact]
    public async Task Killed_after_any_call_a_stopped_deployment_to_ecs_gives_everything_back()
    {
        using var shop = await EcsShop.MakeAsync("one", "two");
        (await EndsAsync(shop, 1, "shop:1")).ShouldBe("Succeeded Succeeded");

        var (end, calls) = await KilledAtEachCallAsync(shop, 2, "shop:2", "stopped");
        end.ShouldBe("Stopped RolledBack", string.Join(' ', calls));
        (await shop.StateAsync()).ShouldBe("blue 0, green 1; PRIMARY shop:1 in green");
        (await shop.ProcessesAsync()).ShouldBeEmpty();
        calls.ShouldBe([.. ToInstall, "SetWeight 900/100", "PlanRollback", "ReadTrafficToRestore", "ReadTaskSetsToRestore", "RestoreTraffic 1/0", "RemoveTaskSet"]);
    }

    /// <summary>Each process dies of the first kind of call that none before it died of.</summary>
    private static async Task<(string End, IReadOnlyList<string> Calls)> KilledAtEachCallAsync(EcsShop shop, int number, string definition, string end)
    {
        var calls = new List<string>();
        while (true)
        {
            var (exit, said) = await RunAsync(shop, number, definition, end, calls);
            if (exit == 0)
            {
                return (said, calls);
            }

            calls.Add(said);
        }
    }

    private static async Task<string> EndsAsync(EcsShop shop, int number, string definition)
    {
        var (exit, said) = await RunAsync(shop, number, definition, "succeeded", ["*"]);
        exit.ShouldBe(0);
        return said;
    }

    private static async Task<(int Exit, string Said)> RunAsync(EcsShop shop, int number, string definition, string end, IReadOnlyList<string> known)
    {
        var (exit, said, errors) = await SluiceProcess.RunProgramAsync("Sluice.CrashingSuite.dll", "ecs", shop.Data, $"{number}", definition, end, string.Join(';', known));
        said.ShouldNotBeEmpty($"exit code {exit}, after {string.Join(", ", known)}\n{errors}");
        return (exit, said.Trim());
    }
}
