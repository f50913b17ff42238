using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Sluice.Local.Cloud.Tasks.Sessions;

namespace Sluice.Local.Tests.Cloud.Tasks.Sessions;

public sealed class InputSequenceTests
{
    private readonly InputSequence _sequence = new();

    [Fact]
    public void Each_has_its_turn_once_in_its_order()
    {
        Take(0).ShouldBe("0 taken");
        Take(2).ShouldBe(" taken");
        Take(2).ShouldBe(" taken");
        Take(0).ShouldBe(" taken");
        Take(1).ShouldBe("1 2 taken");
        Take(2).ShouldBe(" taken");
        Take(3).ShouldBe("3 taken");
    }

    [Fact]
    public void Of_those_that_come_too_early_some_are_kept_and_the_others_come_again()
    {
        for (var early = 1; early <= InputSequence.MostEarly; early++)
        {
            Take(early).ShouldBe(" taken");
        }

        Take(InputSequence.MostEarly + 1).ShouldBe(" not taken");
        Take(0).ShouldBe($"{string.Join(' ', Enumerable.Range(0, InputSequence.MostEarly + 1))} taken");
        Take(InputSequence.MostEarly + 1).ShouldBe($"{InputSequence.MostEarly + 1} taken");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void A_number_that_there_is_not_has_no_turn(long number) => Take(number).ShouldBe(" taken");

    /// <summary>A client that sends each until it is taken, in whatever order and how often it likes.</summary>
    [Fact]
    public void However_they_come_all_have_their_turn() => Prop.ForAll(Gen.Choose(0, 9).ListOf().ToArbitrary(), order =>
    {
        var sequence = new InputSequence();
        var turns = order.Concat(Enumerable.Range(0, 10)).SelectMany(number => sequence.Take(Message(number), out _)).Select(message => message.SequenceNumber);
        return turns.SequenceEqual(Enumerable.Range(0, 10).Select(number => (long)number));
    }).QuickCheckThrowOnFailure();

    private string Take(long number)
    {
        var turn = _sequence.Take(Message(number), out var isTaken);
        return $"{string.Join(' ', turn.Select(message => message.SequenceNumber))} {(isTaken ? "taken" : "not taken")}";
    }

    private static AgentMessage Message(long number) => new(AgentMessage.Input, number, 0, new Guid("730f6649-1453-4e2a-9f01-a37dbffefce1"), 0, PayloadType.Output, Encoding.UTF8.GetBytes("a"));
}
