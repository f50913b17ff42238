using System.Text;
using Sluice.Local.Commands.Tallies;

namespace Sluice.Local.Tests.Commands.Tallies;

public sealed class FailureTextTests
{
    [Theory]
    [InlineData("""{"errorType":"KeyError","errorMessage":"'name'","stackTrace":[]}""", "KeyError: 'name'")]
    [InlineData("""{"errorMessage":"2026-01-02T03:04:05Z Task timed out after 3.00 seconds"}""", "2026-01-02T03:04:05Z Task timed out after 3.00 seconds")]
    [InlineData("""{"errorType":"Runtime.ExitError"}""", "Runtime.ExitError")]
    [InlineData("""{"message":"other"}""", """{"message":"other"}""")]
    [InlineData("""["errorType"]""", """["errorType"]""")]
    [InlineData("not found\nat line 3", "not found at line 3")]
    [InlineData("", "no reason was given")]
    public void Says_a_functions_error_in_one_line(string payload, string text) => FailureText.OfPayload(Encoding.UTF8.GetBytes(payload)).ShouldBe(text);

    [Fact]
    public void Is_bounded_in_length() => FailureText.OfPayload(Encoding.UTF8.GetBytes(new string('x', 1_000_000))).Length.ShouldBe(161);

    [Theory]
    [InlineData("KeyError: no customer 0d27c5be-9888-4d72-b685-223ed239b0e1 at line 1", "KeyError: no customer 454fa057-36bc-41bb-a154-69dedfcbcec8 at line 12")]
    [InlineData("2026-01-02T03:04:05.123Z Task timed out after 3.00 seconds", "2026-02-01T13:14:15Z Task timed out after 3.01 seconds")]
    [InlineData("object at 0x7f12ab", "object at 0x7f34CD")]
    [InlineData("request 1a2b3c4d5e", "request ffee0011")]
    public void The_same_but_for_ids_times_and_numbers_is_one_kind(string one, string other) => FailureText.Group(one).ShouldBe(FailureText.Group(other));

    [Theory]
    [InlineData("KeyError: 'name'", "KeyError: 'address'")]
    [InlineData("KeyError: 'name'", "TypeError: 'name'")]
    [InlineData("the facade failed", "the decade failed")]
    public void Other_words_are_another_kind(string one, string other) => FailureText.Group(one).ShouldNotBe(FailureText.Group(other));
}
