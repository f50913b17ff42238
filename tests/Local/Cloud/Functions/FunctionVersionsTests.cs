using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Tests.Cloud.Functions;

public sealed class FunctionVersionsTests
{
    [Fact]
    public async Task A_published_version_is_pending_until_its_process_asks_for_a_request_and_active_then()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync();

        var pending = await cloud.LambdaAsync("publishVersion", new { FunctionName = "shop" });
        var active = await cloud.PublishAsync();

        ((string?)pending["State"]).ShouldBe("Pending");
        ((string?)active["State"]).ShouldBe("Active");
        ((string?)active["Version"]).ShouldBe("1");
        (await cloud.InvokeAsync(new { }, qualifier: "1")).Result.ExecutedVersion.ShouldBe("1");
    }

    [Theory]
    [InlineData("exit", "exit status 7")]
    [InlineData("exit", "there is no database")]
    [InlineData("error", "there is no table")]
    public async Task A_version_whose_process_cannot_start_is_failed_and_says_why(string start, string reason)
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync(variables: new { TEST_INIT = start });

        var version = await cloud.PublishAsync();

        ((string?)version["State"]).ShouldBe("Failed");
        ((string)version["StateReason"]!).ShouldContain(reason);
        (await cloud.RefusalAsync("lambda:invoke", new { FunctionName = "shop:1" })).ShouldBe("Lambda.ResourceConflictException");
    }

    [Fact]
    public async Task A_version_that_never_asks_for_a_request_is_failed_in_bounded_time()
    {
        await using var cloud = new CloudUnderTest { Pools = new() { Initialisation = TimeSpan.FromSeconds(1) } };
        await cloud.StartAsync();
        await cloud.CreateAsync(variables: new { TEST_INIT = "hang" }, timeout: 1);

        var version = await cloud.PublishAsync();

        ((string?)version["State"]).ShouldBe("Failed");
        ((string)version["StateReason"]!).ShouldContain("did not ask for a request within 1 seconds");
    }

    [Fact]
    public async Task Publishing_the_same_code_and_configuration_again_gives_the_version_that_there_is()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync();
        await cloud.PublishAsync();

        var again = await cloud.LambdaAsync("publishVersion", new { FunctionName = "shop" });
        await cloud.LambdaAsync("updateFunctionConfiguration", new { FunctionName = "shop", Timeout = 20 });
        var changed = await cloud.PublishAsync();
        await cloud.UpdateCodeAsync("second");
        var recoded = await cloud.PublishAsync();

        ((string?)again["Version"]).ShouldBe("1");
        ((string?)changed["Version"]).ShouldBe("2");
        ((string?)recoded["Version"]).ShouldBe("3");
    }

    [Fact]
    public async Task A_version_that_failed_to_start_is_tried_again_as_a_new_one()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync(variables: new { TEST_INIT = "exit" });
        await cloud.PublishAsync();

        var again = await cloud.PublishAsync();

        ((string?)again["Version"]).ShouldBe("2");
    }

    [Fact]
    public async Task Functions_versions_and_aliases_are_there_after_a_restart()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync();
        await cloud.PublishAsync();
        var alias = await cloud.LambdaAsync("createAlias", new { FunctionName = "shop", Name = "live", FunctionVersion = "1" });

        await cloud.StartAsync();

        (await cloud.LambdaAsync("getAlias", new { FunctionName = "shop", Name = "live" })).ToJsonString().ShouldBe(alias.ToJsonString());
        (await cloud.InvokeAsync(new { }, "shop:live")).Result.ExecutedVersion.ShouldBe("1");
    }

    [Fact]
    public async Task A_version_that_was_pending_when_the_suite_was_killed_is_initialised_at_the_next_start()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync();
        await cloud.LambdaAsync("publishVersion", new { FunctionName = "shop" });

        await cloud.Services.DisposeAsync();
        await cloud.StartAsync();

        ((string?)(await cloud.PublishAsync())["State"]).ShouldBe("Active");
    }

    [Fact]
    public async Task A_package_that_does_not_fit_its_runtime_is_refused_with_what_it_holds()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        var code = await cloud.StoreAsync(TestPackages.Zip(archive => TestPackages.Add(archive, "index.js")));

        var refusal = await Should.ThrowAsync<TaskFailedException>(() =>
            cloud.LambdaAsync("createFunction", new { FunctionName = "shop", Runtime = "provided.al2023", Role = "arn:aws:iam::000000000000:role/r", Code = code }));

        refusal.Error.ShouldBe("Lambda.InvalidParameterValueException");
        refusal.Cause.ShouldContain("index.js");
        (await cloud.RefusalAsync("lambda:getFunction", new { FunctionName = "shop" })).ShouldBe("Lambda.ResourceNotFoundException");
    }

    [Fact]
    public async Task A_missing_package_and_an_existing_function_are_refused_by_lambdas_names()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync();

        (await cloud.RefusalAsync("lambda:updateFunctionCode", new { FunctionName = "shop", S3Bucket = "artifacts", S3Key = "none.zip" }))
            .ShouldBe("Lambda.InvalidParameterValueException");
        (await cloud.RefusalAsync("lambda:createFunction", new { FunctionName = "shop", Runtime = "dotnet10", Role = "arn:aws:iam::000000000000:role/r", Code = new { S3Bucket = "artifacts", S3Key = "shop-.zip" } }))
            .ShouldBe("Lambda.ResourceConflictException");
    }

    [Fact]
    public async Task Two_edits_of_one_function_at_a_time_are_a_conflict()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync();
        await cloud.StoreAsync(TestPackages.Dotnet("a"), "a.zip");

        var edits = Enumerable.Range(0, 20)
            .Select(_ => Task.Run(() => cloud.LambdaAsync("updateFunctionCode", new { FunctionName = "shop", S3Bucket = "artifacts", S3Key = "a.zip" })))
            .ToList();
        var faults = new List<string>();
        foreach (var edit in edits)
        {
            try
            {
                await edit;
            }
            catch (TaskFailedException e)
            {
                faults.Add(e.Error);
            }
        }

        faults.Count.ShouldBeLessThan(20);
        faults.ShouldAllBe(error => error == "Lambda.ResourceConflictException");
    }
}
