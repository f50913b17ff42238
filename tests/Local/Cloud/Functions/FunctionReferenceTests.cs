using Sluice.Local.Cloud;
using Sluice.Local.Cloud.Functions;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Tests.Cloud.Functions;

public sealed class FunctionReferenceTests
{
    [Theory]
    [InlineData("shop", null, "shop", "$LATEST")]
    [InlineData("shop", "live", "shop", "live")]
    [InlineData("shop:live", null, "shop", "live")]
    [InlineData("shop:$LATEST", null, "shop", "$LATEST")]
    [InlineData("arn:aws:lambda:us-east-1:000000000000:function:shop", null, "shop", "$LATEST")]
    [InlineData("arn:aws:lambda:us-east-1:000000000000:function:shop:3", "3", "shop", "3")]
    [InlineData("000000000000:function:shop:live", null, "shop", "live")]
    public void A_function_is_named_as_lambda_lets_it(string given, string? qualifier, string name, string target)
    {
        var reference = FunctionReference.Parse(given, qualifier, new CloudIdentity());

        reference.Name.ShouldBe(name);
        reference.Target.ShouldBe(target);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("../shop", null)]
    [InlineData("a b", null)]
    [InlineData("shop:live:more", null)]
    [InlineData("shop:live", "other")]
    public void Anything_else_is_refused(string given, string? qualifier) =>
        Should.Throw<TaskFailedException>(() => FunctionReference.Parse(given, qualifier, new CloudIdentity())).Error.ShouldBe("Lambda.InvalidParameterValueException");
}
