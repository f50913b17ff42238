namespace Sluice.Local.Cloud.Delivering;

/// <summary>A message could not be brought.</summary>
/// <param name="code">As the sending service names it.</param>
/// <param name="message">Why.</param>
/// <param name="isFinal">Another try cannot help: there is nothing to bring it to, or it was refused.</param>
internal sealed class DeliveryFailedException(string code, string message, bool isFinal = false) : Exception(message)
{
    public string Code => code;

    public bool IsFinal => isFinal;
}
