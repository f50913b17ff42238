using Sluice.Local.Cloud.Functions.Runtime;
using Sluice.Local.Tests.Cloud.Processes;

namespace Sluice.Local.Tests.Cloud.Functions;

public sealed class DeleteFunctionTests
{
    private const string Conflict = "Lambda.ResourceConflictException";
    private const string NotFound = "Lambda.ResourceNotFoundException";
    private const string Invalid = "Lambda.InvalidParameterValueException";

    [Fact]
    public async Task All_that_is_of_a_function_goes_with_it()
    {
        await using var cloud = new CloudUnderTest();
        var services = await cloud.StartAsync();
        await cloud.CreateAsync();
        await cloud.PublishAsync();
        await cloud.LambdaAsync("createAlias", new { FunctionName = "shop", Name = "live", FunctionVersion = "1" });
        await cloud.LambdaAsync("putFunctionEventInvokeConfig", new { FunctionName = "shop", MaximumRetryAttempts = 0 });
        var processes = new[] { (string)(await cloud.InvokeAsync(new { })).Payload["process"]!, (string)(await cloud.InvokeAsync(new { }, "shop:live")).Payload["process"]! };

        await cloud.LambdaAsync("deleteFunction", new { FunctionName = "shop" });

        foreach (var (operation, parameters) in new (string, object)[]
        {
            ("getFunction", new { FunctionName = "shop" }), ("getAlias", new { FunctionName = "shop", Name = "live" }), ("getFunctionEventInvokeConfig", new { FunctionName = "shop" }),
            ("invoke", new { FunctionName = "shop:live" }), ("deleteFunction", new { FunctionName = "shop" }), ("deleteFunction", new { FunctionName = "shop", Qualifier = "1" }),
        })
        {
            (await cloud.RefusalAsync($"lambda:{operation}", parameters)).ShouldBe(NotFound, operation);
        }

        await UntilAsync(services, () => processes.All(process => HostProcess.IdOf(process) is null) && Packages(cloud).Length == 0);
        Directory.GetFiles(Path.Combine(cloud.DataFolder, "functions", "definitions")).ShouldBeEmpty();
        await cloud.StartAsync();
        (await cloud.RefusalAsync("lambda:getFunction", new { FunctionName = "shop" })).ShouldBe(NotFound);
    }

    [Fact]
    public async Task One_version_can_be_deleted_and_its_number_is_not_used_again()
    {
        await using var cloud = await PublishedTwiceAsync();
        await cloud.LambdaAsync("putFunctionEventInvokeConfig", new { FunctionName = "shop", Qualifier = "1", MaximumRetryAttempts = 0 });

        await cloud.LambdaAsync("deleteFunction", new { FunctionName = "shop", Qualifier = "1" });

        (await cloud.RefusalAsync("lambda:invoke", new { FunctionName = "shop", Qualifier = "1" })).ShouldBe(NotFound);
        (await cloud.LambdaAsync("listFunctionEventInvokeConfigs", new { FunctionName = "shop" }))["FunctionEventInvokeConfigs"]!.AsArray().ShouldBeEmpty();
        (await cloud.LambdaAsync("listVersionsByFunction", new { FunctionName = "shop" }))["Versions"]!.AsArray().Select(version => (string?)version!["Version"]).ShouldBe(["$LATEST", "2"]);
        (await cloud.InvokeAsync(new { }, "shop", "2")).Result.FunctionError.ShouldBeNull();
        await UntilAsync(cloud.Services, () => Packages(cloud).Length == 1);
        await cloud.LambdaAsync("deleteFunction", new { FunctionName = "shop:2" });
        await cloud.UpdateCodeAsync("third");
        ((string?)(await cloud.PublishAsync())["Version"]).ShouldBe("3");
    }

    [Fact]
    public async Task What_cannot_be_deleted_alone_is_refused_in_Lambdas_words_and_stays()
    {
        await using var cloud = await PublishedTwiceAsync();
        await cloud.LambdaAsync("createAlias", new { FunctionName = "shop", Name = "live", FunctionVersion = "2", RoutingConfig = new { AdditionalVersionWeights = new Dictionary<string, double> { ["1"] = 0.1 } } });

        (await cloud.RefusedAsync("lambda:deleteFunction", new { FunctionName = "shop", Qualifier = "1" })).ShouldBe((Conflict, "Unable to delete version because the following aliases reference it: [live]"));
        (await cloud.RefusedAsync("lambda:deleteFunction", new { FunctionName = "shop:2" })).ShouldBe((Conflict, "Unable to delete version because the following aliases reference it: [live]"));
        (await cloud.RefusedAsync("lambda:deleteFunction", new { FunctionName = "shop", Qualifier = "$LATEST" })).ShouldBe((Invalid, "$LATEST version cannot be deleted without deleting the function."));
        (await cloud.RefusedAsync("lambda:deleteFunction", new { FunctionName = "shop", Qualifier = "live" })).ShouldBe((Invalid, "Deletion of aliases is not supported."));
        await cloud.LambdaAsync("deleteFunction", new { FunctionName = "shop", Qualifier = "99" });
        (await cloud.LambdaAsync("listVersionsByFunction", new { FunctionName = "shop" }))["Versions"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_request_under_way_is_answered_by_the_function_that_was_deleted_meanwhile()
    {
        await using var cloud = new CloudUnderTest();
        var services = await cloud.StartAsync();
        await cloud.CreateAsync(timeout: 600);
        var (folder, go) = (Directory.CreateDirectory(Path.Combine(cloud.Meeting, "at-work")).FullName, Path.Combine(cloud.Meeting, "go"));
        var busy = cloud.InvokeAsync(new Dictionary<string, string> { ["do"] = "wait", ["folder"] = folder, ["for"] = go });
        await UntilAsync(services, () => Directory.GetFiles(folder).Length > 0 || busy.IsCompleted);

        await cloud.LambdaAsync("deleteFunction", new { FunctionName = "shop" });
        services.SweepIdleProcesses();
        Packages(cloud).Length.ShouldBe(1);
        await File.WriteAllTextAsync(go, "", TestContext.Current.CancellationToken);

        var (answer, payload) = await busy;
        answer.FunctionError.ShouldBeNull();
        await UntilAsync(services, () => HostProcess.IdOf((string)payload["process"]!) is null && Packages(cloud).Length == 0);
    }

    [Fact]
    public async Task A_function_that_is_made_again_has_nothing_of_the_one_before()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync(variables: new { STOCK = "old" });
        await cloud.PublishAsync();
        var old = (string)(await cloud.InvokeAsync(new { }, "shop", "1")).Payload["process"]!;
        await cloud.LambdaAsync("deleteFunction", new { FunctionName = "shop" });

        await cloud.CreateAsync(variables: new { STOCK = "new" });
        ((string?)(await cloud.PublishAsync())["Version"]).ShouldBe("1");
        var payload = (await cloud.InvokeAsync(new { }, "shop", "1")).Payload;

        ((string?)payload["environment"]!["STOCK"]).ShouldBe("new");
        ((string?)payload["process"]).ShouldNotBe(old);
    }

    [Fact]
    public async Task A_version_that_is_deleted_while_it_starts_does_not_come_back()
    {
        await using var cloud = new CloudUnderTest { Pools = new PoolLimits { Initialisation = TimeSpan.FromMilliseconds(200), Queue = TimeSpan.FromSeconds(60), Drain = TimeSpan.Zero } };
        var services = await cloud.StartAsync();
        await cloud.CreateAsync(variables: new { TEST_INIT = "hang" }, timeout: 1);
        await cloud.LambdaAsync("publishVersion", new { FunctionName = "shop" });

        await cloud.LambdaAsync("deleteFunction", new { FunctionName = "shop", Qualifier = "1" });

        await UntilAsync(services, () => Directory.GetFiles(Path.Combine(cloud.DataFolder, "processes")).Length == 0);
        (await cloud.LambdaAsync("listVersionsByFunction", new { FunctionName = "shop" }))["Versions"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Code_that_was_replaced_goes_when_nothing_runs_it()
    {
        await using var cloud = new CloudUnderTest();
        var services = await cloud.StartAsync();
        await cloud.CreateAsync();
        await cloud.InvokeAsync(new { });

        await cloud.UpdateCodeAsync("second");

        await UntilAsync(services, () => Packages(cloud).Length == 1);
        (await cloud.InvokeAsync(new { })).Result.FunctionError.ShouldBeNull();
    }

    private static async Task<CloudUnderTest> PublishedTwiceAsync()
    {
        var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync();
        await cloud.PublishAsync();
        await cloud.UpdateCodeAsync("second");
        await cloud.PublishAsync();
        return cloud;
    }

    private static string[] Packages(CloudUnderTest cloud) => Directory.GetDirectories(Path.Combine(cloud.DataFolder, "functions", "code"));

    private static async Task UntilAsync(Sluice.Local.Cloud.CloudServices services, Func<bool> isSo)
    {
        while (!isSo())
        {
            services.SweepIdleProcesses();
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
