namespace Sluice.Local.Cloud.Tasks.Sessions;

/// <summary>What a message of a data channel carries. There are more, of files, ports and encryption, which a terminal has nothing to do with.</summary>
internal enum PayloadType : uint
{
    /// <summary>None: the message is about the channel.</summary>
    None = 0,

    /// <summary>What is typed, or printed.</summary>
    Output = 1,

    /// <summary>How large the terminal is: <c>{"cols":80,"rows":24}</c>.</summary>
    Size = 3,

    /// <summary>What the client wants of the session: a number of four bytes.</summary>
    Flag = 10,
}
