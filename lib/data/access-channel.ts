/** The PostgreSQL channel on which a change of somebody's access is told to all processes. */
export const ACCESS_CHANNEL = "precept_access";
