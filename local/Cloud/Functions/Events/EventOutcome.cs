namespace Sluice.Local.Cloud.Functions.Events;

/// <summary>How an asynchronous request ended, for those who are told.</summary>
/// <param name="Condition"><c>Success</c>, <c>RetriesExhausted</c>, <c>EventAgeExceeded</c> or the name of the error for which it could not be made.</param>
/// <param name="Tries">How often the function got it.</param>
/// <param name="Result">The last answer; null if the function never got it.</param>
/// <param name="Refusal">Why it did not get it the last time; null if it did.</param>
internal sealed record EventOutcome(string Condition, int Tries, InvocationResult? Result, string? Refusal)
{
    public const string Success = "Success";

    public bool Succeeded => Condition == Success;
}
