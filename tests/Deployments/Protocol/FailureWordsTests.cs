using Sluice.Deployments.Protocol;

namespace Sluice.Deployments.Tests.Protocol;

/// <summary>What a machine caught, as a person would say it: a Lambda's own message if it is one, and the error's name once.</summary>
public sealed class FailureWordsTests
{
    [Theory]
    [InlineData("Lambda.ServiceException", "no answer", "no answer (Lambda.ServiceException)")]
    [InlineData("Oops", "Oops: it broke", "Oops: it broke")]
    [InlineData(null, "it broke", "it broke")]
    [InlineData("Oops", null, "Oops")]
    [InlineData("Oops", " ", "Oops")]
    [InlineData(null, null, "an unknown error")]
    [InlineData("Oops", """{"errorMessage":"it broke","errorType":"Oops"}""", "it broke (Oops)")]
    public void Are(string? error, string? cause, string words) => new CaughtError(error, cause).InWords().ShouldBe(words);
}
