using System.Collections.Immutable;
using Sluice.Local.Cloud;
using Sluice.Local.Cloud.Functions;
using Sluice.Local.Cloud.Functions.Packages;
using Sluice.Local.Cloud.Functions.Runtime;
using Sluice.Local.Cloud.Functions.Storage;
using Sluice.Local.Cloud.Processes;

namespace Sluice.Local.Tests.Cloud.Functions.Runtime;

public sealed class FunctionEnvironmentTests
{
    [Fact]
    public void What_a_user_sets_reaches_the_function_but_for_what_is_reserved()
    {
        var spec = Spec(("TABLE", "orders"), ("TZ", "Europe/Rome"), ("AWS_LAMBDA_RUNTIME_API", "10.0.0.1:1"), ("AWS_SECRET_ACCESS_KEY", "another"), ("_HANDLER", "another"));

        spec.FileName.ShouldBe(Path.Combine("code", "bootstrap"));
        spec.Environment["TABLE"].ShouldBe("orders");
        spec.Environment["TZ"].ShouldBe("Europe/Rome");
        spec.Environment["AWS_LAMBDA_RUNTIME_API"].ShouldBe("127.0.0.1:9");
        spec.Environment["AWS_SECRET_ACCESS_KEY"].ShouldBe("local-function");
        spec.Environment["_HANDLER"].ShouldBe("");
    }

    private static ProcessSpec Spec(params (string Name, string Value)[] variables)
    {
        var programs = new ProgramEnvironment(new Dictionary<string, string>(), new CloudIdentity("us-east-1", "000000000000"), () => null, "scratch");
        var configuration = new VersionConfiguration(
            "provided.al2023", null, "role", 3, 128, null, variables.ToImmutableSortedDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal));
        var version = new FunctionVersion("1", "", configuration, new FunctionPackage("00", 1, "s3://bucket/key"), VersionState.Active, null, null, DateTimeOffset.UnixEpoch, "revision");
        using var place = new FunctionPlace("own") { Code = "code", Temporary = "tmp" };
        return new FunctionEnvironment(programs).Spec(new LaunchSpec("shop", version, "code", new LaunchPlan(null)), place, "127.0.0.1:9", "stream");
    }
}
